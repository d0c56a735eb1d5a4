package io.tcsstamp.bench;

import static io.tcsstamp.bench.Signal.bits;
import static io.tcsstamp.bench.Signal.bracketed;
import static io.tcsstamp.bench.Signal.counter;
import static io.tcsstamp.bench.Signal.mode;
import static io.tcsstamp.bench.Signal.number;

import java.util.ArrayList;
import java.util.List;

/**
 * A named value of the TCS EGSE.
 *
 * @param name the name in the stream
 * @param signal what it shows
 */
record Channel(String name, Signal signal) {

    /**
     * The channels of a TCS EGSE with two heaters, in the order in which it sends them, each with
     * fresh state.
     */
    static List<Channel> ofTcs() {
        List<Channel> channels = new ArrayList<>();
        temperatures(channels);
        heaters(channels);
        timing(channels);
        status(channels);
        return channels;
    }

    private static void temperatures(List<Channel> channels) {
        add(channels, number(20.8579, 4, " ºC"), "ambient_rtd");
        add(channels, number(28.2824, 4, " ºC"), "internal_rtd");
        add(channels, number(40, 4, " ºC"), "ch1_pid_sp", "ch1_tav");
        add(channels, number(-3.2, 4, " ºC"), "ch2_pid_sp", "ch2_tav");
        for (String group : List.of("fee", "tou", "spare")) {
            double level = group.equals("tou") ? -80.1392 : 0.1757;
            for (String place : List.of("1", "2", "3", "tav")) {
                add(channels, number(level, 4, " ºC"), group + "_rtd_" + place);
            }
        }
    }

    private static void heaters(List<Channel> channels) {
        add(channels, bracketed(0.586, 3, 1.4, " A", " Apk"), "ch1_iout");
        add(channels, bracketed(1.195, 3, 1.4, " A", " Apk"), "ch2_iout");
        add(channels, bracketed(24.589, 3, 1.01, " V", " Vpk"), "ch1_vout", "ch2_vout");
        add(channels, number(28.198, 3, " V"), "ch1_vdc", "ch2_vdc", "psu_vdc");
        add(channels, bracketed(14_399.8, 1, 0.9, " mW", " mWavg"), "ch1_pout");
        add(channels, bracketed(33_568.3, 1, 0.9, " mW", " mWavg"), "ch2_pout");
        add(channels, number(15, 4, " W"), "ch1_pid_cv");
    }

    private static void timing(List<Channel> channels) {
        add(channels, number(11.7856, 4, " s"), "ch1_pid_proctime", "ch1_pwm_proctime");
        add(channels, number(0.356, 4, " s"), "ch2_pid_proctime", "ch2_pwm_proctime");
        add(channels, number(1, 4, " s"), "ch1_pid_ts");
        add(channels, number(12.5, 4, " s"), "ch2_pid_ts");
        add(channels, number(172_120.8617, 4, " s"), "ch1_clkheater_ticks", "ch2_clkheater_ticks");
        add(channels, number(171.4284, 4, " s"), "ni9401_external_clkheater_timeout");
        add(channels, number(7.9776, 4, " s"), "ni9401_external_clkheater_period");
        add(channels, number(8000.0369, 4, " ms"), "ch1_clkheater_period", "ch2_clkheater_period");
        add(channels, number(511.175, 4, " ms"), "ch1_pwm_ontime", "ch2_pwm_ontime");
        add(channels, number(100.0141, 4, " ms"), "ch1_pwm_offtime");
    }

    private static void status(List<Channel> channels) {
        add(channels, Signal.store(81.6, 681.6), "storage_mmi");
        add(channels, Signal.store(61.3, 3.1), "storage_realtime");
        add(channels, mode("IDLE", "SAFE", "MANUAL", "AUTO", "EXTENDED"), "op_mode");
        add(channels, mode("NO", "YES"), "task_is_running");
        add(channels, Signal.load(), "cpuload_realtime");
        add(channels, Signal.elapsed(), "elapsed_time");
        add(channels, Signal.constant("20210108 16:3451 UTC"), "start_time");
        for (String group : List.of("fee", "tou", "spare")) {
            for (String place : List.of("_1", "_2", "_3", "")) {
                add(channels, bits(5), group + "_rtd" + place + "_status");
            }
        }
        add(channels, bits(5), "ch1_heater_status", "ch2_heater_status");
        add(channels, bits(4), "psu_status");
        add(channels, bits(9), "sync_status");
        add(channels, bits(3), "ch1_pid_error", "ch2_pid_error");
        add(channels, counter(13_291_709), "logging_packets");
        add(channels, counter(2820), "logging_files");
    }

    private static void add(List<Channel> channels, Signal signal, String... names) {
        for (String name : names) {
            channels.add(new Channel(name, signal));
        }
    }
}
