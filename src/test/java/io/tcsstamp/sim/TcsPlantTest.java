package io.tcsstamp.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcsPlantTest {
    private static final String NUMBER = "-?\\d+\\.\\d+";

    /** The first pattern whose name matches says how the value is written. */
    private static final List<Map.Entry<String, String>> FORMATS =
            List.of(
                    Map.entry(".*_status", "[01]{4,9}"),
                    Map.entry(".*_pid_error", "[01]{3}"),
                    Map.entry(".*_rtd|.*_rtd_(\\d|tav)|ch\\d_(pid_sp|tav)", NUMBER + " ºC"),
                    Map.entry("ch\\d_iout", NUMBER + " A \\[" + NUMBER + " Apk\\]"),
                    Map.entry("ch\\d_vout", NUMBER + " V \\[" + NUMBER + " Vpk\\]"),
                    Map.entry("ch\\d_pout", NUMBER + " mW \\[" + NUMBER + " mWavg\\]"),
                    Map.entry("ch\\d_vdc|psu_vdc", NUMBER + " V"),
                    Map.entry("ch\\d_pid_cv", NUMBER + " W"),
                    Map.entry("ch\\d_clkheater_period|ch\\d_pwm_o(n|ff)time", NUMBER + " ms"),
                    Map.entry(
                            "ch\\d_(pid|pwm)_proctime|ch\\d_pid_ts|ch\\d_clkheater_ticks|ni9401_.*",
                            NUMBER + " s"),
                    Map.entry("storage_.*", NUMBER + "% free \\[" + NUMBER + "GB\\]"),
                    Map.entry("op_mode|task_is_running", "\\d \\[[A-Z ]+\\]"),
                    Map.entry("elapsed_time", "\\d+d\\d\\dh\\d\\dm\\d\\ds"),
                    Map.entry("start_time", "\\d{8} \\d\\d:\\d{4} UTC"),
                    Map.entry("logging_.*", "\\d+"),
                    Map.entry(
                            "cpuload_realtime",
                            "CPU1: [\\d.]+% CPU2: [\\d.]+% MEM: [\\d.]+% free"
                                    + " \\[[\\d.]+MB/[\\d.]+MB\\] CORE: [\\d.]+MB"));

    private final TcsPlant plant = new TcsPlant(42, Instant.parse("2026-03-04T05:06:07Z"));

    @Test
    void there_are_about_seventy_names_none_twice() {
        assertThat(plant.names()).hasSizeBetween(68, 75).doesNotHaveDuplicates();
    }

    @Test
    void every_value_is_written_as_the_instrument_does() {
        for (long second : new long[] {0, 1, 59, 100_000}) {
            values(plant.at(second))
                    .forEach((name, value) -> assertThat(value).as(name).matches(format(name)));
        }
    }

    @Test
    void about_thirty_values_change_in_a_second() {
        int changes = 0;
        String[] before = plant.at(10).values();
        for (int i = 0; i < 500; i++) {
            String[] after = plant.next().values();
            for (int k = 0; k < after.length; k++) {
                changes += after[k].equals(before[k]) ? 0 : 1;
            }
            before = after;
        }
        assertThat(changes / 500.0).isBetween(26.0, 36.0);
    }

    @Test
    void the_same_seed_gives_the_same_values_and_another_one_others() {
        TcsPlant same = new TcsPlant(42, Instant.parse("2026-03-04T05:06:07Z"));
        TcsPlant other = new TcsPlant(43, Instant.parse("2026-03-04T05:06:07Z"));
        for (int i = 0; i < 50; i++) {
            String[] values = plant.next().values();
            assertThat(same.next().values()).isEqualTo(values);
            assertThat(other.next().values()).isNotEqualTo(values);
        }
    }

    @Test
    void the_clock_counts_and_the_start_does_not_move() {
        assertThat(values(plant.at(0))).containsEntry("start_time", "20260304 05:0607 UTC");
        assertThat(values(plant.at(2 * 86_400 + 3_723)))
                .containsEntry("elapsed_time", "2d01h02m03s")
                .containsEntry("start_time", "20260304 05:0607 UTC");
    }

    @Test
    void time_does_not_go_back() {
        plant.at(100);
        assertThat(plant.at(50).second()).isEqualTo(100);
        assertThat(plant.next().second()).isEqualTo(101);
    }

    @Test
    void temperatures_settle_at_their_setpoints() {
        assertThat(celsius(values(plant.at(1)), "tou_rtd_tav")).isLessThan(-82);
        Map<String, String> settled = values(plant.at(3_000));
        assertThat(celsius(settled, "tou_rtd_tav")).isCloseTo(-80, within(0.2));
        assertThat(celsius(settled, "ch1_tav")).isCloseTo(-80, within(0.2));
        assertThat(celsius(settled, "fee_rtd_tav")).isCloseTo(0, within(0.2));
    }

    @Test
    void years_without_a_client_are_skipped() {
        assertThat(plant.at(100_000_000_000L).second()).isEqualTo(100_000_000_000L);
    }

    private Map<String, String> values(TcsPlant.State state) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < state.values().length; i++) {
            values.put(plant.names().get(i), state.values()[i]);
        }
        return values;
    }

    private static double celsius(Map<String, String> values, String name) {
        return Double.parseDouble(values.get(name).replace(" ºC", ""));
    }

    private static String format(String name) {
        return FORMATS.stream()
                .filter(f -> name.matches(f.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new AssertionError("unexpected name " + name));
    }
}
