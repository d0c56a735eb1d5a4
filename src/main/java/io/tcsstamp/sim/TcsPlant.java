package io.tcsstamp.sim;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The thermal test behind the simulator: channel 1 holds the telescope (TOU) at -80 degrees
 * Celsius, channel 2 the front-end electronics (FEE) at 0, both starting a few degrees too cold.
 * Gives each parameter's value as the instrument writes it. Thread-safe.
 */
final class TcsPlant {
    /** Longer gaps than this many seconds without any client are not simulated. */
    private static final long MAX_CATCH_UP = 100_000;

    /** The chance that a measurement is taken anew in a second; makes about 30 changes a block. */
    private static final double REFRESH = 0.68;

    private static final DateTimeFormatter START_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd HH:mmss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Random random;
    private final ThermalNode tou = new ThermalNode(-82.5, -80, -110);
    private final ThermalNode fee = new ThermalNode(-3, 0, -15);
    private final List<String> names = new ArrayList<>();
    private final List<Supplier<String>> formulas = new ArrayList<>();
    private final List<Boolean> steady = new ArrayList<>();
    private final String[] values;
    private double room = 20.9;
    private double packets = 13_000_000;
    private long second;

    /** A state at a time: the values, in the order of {@link #names()}. Immutable by convention. */
    record State(long second, String[] values) {}

    TcsPlant(long seed, Instant start) {
        this.random = new Random(seed);
        temperatures();
        heater("ch1", tou);
        heater("ch2", fee);
        clock();
        storage();
        housekeeping(START_TIME.format(start));
        status();
        this.values = new String[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = formulas.get(i).get();
        }
    }

    /** The parameters' names. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Lets time pass up to a second after the start, if it has not yet, and gives the values. */
    synchronized State at(long wanted) {
        if (wanted > second) {
            for (long left = Math.min(wanted - second, MAX_CATCH_UP); left > 0; left--) {
                physics();
            }
            second = wanted;
            for (int i = 0; i < values.length; i++) {
                if (steady.get(i) || random.nextDouble() < REFRESH) {
                    values[i] = formulas.get(i).get();
                }
            }
        }
        return new State(second, values.clone());
    }

    /** Lets one second pass and gives the values. */
    synchronized State next() {
        return at(second + 1);
    }

    private void physics() {
        tou.step(random);
        fee.step(random);
        room += 0.0002 * (21 - room) + 0.004 * random.nextGaussian();
        packets += 15 + random.nextInt(5);
    }

    private void temperatures() {
        measured("ambient_rtd", "%.4f ºC", () -> room + noise(0.01));
        measured("internal_rtd", "%.4f ºC", () -> room + 7.3 + noise(0.02));
        steady("ch1_pid_sp", () -> format("%.4f ºC", tou.setpoint()));
        steady("ch2_pid_sp", () -> format("%.4f ºC", fee.setpoint()));
        measured("ch1_tav", "%.4f ºC", () -> tou.temperature() + noise(0.002));
        measured("ch2_tav", "%.4f ºC", () -> fee.temperature() + noise(0.002));
        sensors("fee", fee, 0.12, -0.05);
        sensors("tou", tou, -0.13, 0.16);
        for (int i = 1; i <= 3; i++) {
            double offset = 0.05 * i;
            measured("spare_rtd_" + i, "%.4f ºC", () -> room - 1.2 + offset + noise(0.01));
        }
        measured("spare_rtd_tav", "%.4f ºC", () -> room - 1.1 + noise(0.005));
    }

    private void sensors(String prefix, ThermalNode node, double first, double third) {
        double[] offsets = {first, -first - third, third}; // their mean is the node itself
        for (int i = 0; i < offsets.length; i++) {
            double offset = offsets[i];
            measured(
                    prefix + "_rtd_" + (i + 1),
                    "%.4f ºC",
                    () -> node.temperature() + offset + noise(0.004));
        }
        measured(prefix + "_rtd_tav", "%.4f ºC", () -> node.temperature() + noise(0.002));
    }

    private void heater(String channel, ThermalNode node) {
        changing(channel + "_iout", () -> pair("%.3f A [%.3f Apk]", current(node), 1.4));
        changing(channel + "_vout", () -> pair("%.3f V [%.3f Vpk]", volts(26.4), 1.01));
        measured(channel + "_vdc", "%.3f V", () -> volts(28.25));
        changing(channel + "_pout", () -> pair("%.1f mW [%.1f mWavg]", 1000 * node.power(), 0.9));
        measured(channel + "_pid_proctime", "%.4f s", () -> 0.038 + Math.abs(noise(0.012)));
        measured(channel + "_pwm_proctime", "%.4f s", () -> 0.041 + Math.abs(noise(0.012)));
        measured(channel + "_pid_ts", "%.4f s", () -> 1 + noise(0.002));
        measured(channel + "_pid_cv", "%.4f W", node::power);
        measured(channel + "_pwm_ontime", "%.4f ms", () -> 600 * node.duty());
        steady(channel + "_pid_error", () -> "000");
        steady(channel + "_heater_status", () -> node.power() > 0 ? "00001" : "00000");
    }

    private void clock() {
        measured("psu_vdc", "%.3f V", () -> volts(28.4));
        measured("ch1_pwm_offtime", "%.4f ms", () -> 600 * (1 - tou.duty()));
        measured("ch1_clkheater_ticks", "%.4f s", () -> second + noise(0.05));
        measured("ch2_clkheater_ticks", "%.4f s", () -> second + noise(0.05));
        measured("ch1_clkheater_period", "%.4f ms", () -> 8000 + noise(0.03));
        measured("ch2_clkheater_period", "%.4f ms", () -> 8000 + noise(0.03));
        measured("ni9401_external_clkheater_period", "%.4f s", () -> 8 + noise(0.02));
        steady("ni9401_external_clkheater_timeout", () -> "20.0000 s");
    }

    private void storage() {
        steady("storage_mmi", () -> free(835.3, 682.0 - packets / 3e7));
        steady("storage_realtime", () -> free(7.6, 4.6 - second % 7200 / 7200.0));
    }

    private void housekeeping(String start) {
        changing("cpuload_realtime", this::cpuLoad);
        steady("elapsed_time", this::elapsed);
        steady("op_mode", () -> "6 [EXTENDED CLKHEATER]");
        steady("task_is_running", () -> "1 [RUNNING]");
        steady("start_time", () -> start);
        steady("sync_status", () -> "000000011");
        steady("psu_status", () -> "0001");
        steady("logging_files", () -> Long.toString(2820 + second / 600));
        changing("logging_packets", () -> Long.toString((long) packets));
    }

    private void status() {
        for (String sensor : List.of("fee", "tou", "spare")) {
            for (int i = 1; i <= 3; i++) {
                steady(sensor + "_rtd_" + i + "_status", () -> "00001");
            }
            steady(sensor + "_rtd_status", () -> "00001");
        }
    }

    private void measured(String name, String format, DoubleSupplier value) {
        changing(name, () -> format(format, value.getAsDouble()));
    }

    private void changing(String name, Supplier<String> value) {
        add(name, value, false);
    }

    private void steady(String name, Supplier<String> value) {
        add(name, value, true);
    }

    private void add(String name, Supplier<String> value, boolean isSteady) {
        names.add(name);
        formulas.add(value);
        steady.add(isSteady);
    }

    private double noise(double sigma) {
        return sigma * random.nextGaussian();
    }

    private double volts(double mean) {
        return mean + noise(0.03);
    }

    private double current(ThermalNode node) {
        return node.power() / 26.4 + Math.abs(noise(0.004));
    }

    private String cpuLoad() {
        return format(
                "CPU1: %.1f%% CPU2: %.1f%% MEM: 1.4%% free [3.5MB/244.4MB] CORE: 112.1MB",
                45 + 20 * random.nextDouble(), 30 + 30 * random.nextDouble());
    }

    private String elapsed() {
        return format(
                "%dd%02dh%02dm%02ds",
                second / 86_400, second / 3_600 % 24, second / 60 % 60, second % 60);
    }

    private static String free(double total, double free) {
        return format("%.1f%% free [%.1fGB]", 100 * free / total, free);
    }

    private static String pair(String format, double value, double factor) {
        return format(format, value, value * factor);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
