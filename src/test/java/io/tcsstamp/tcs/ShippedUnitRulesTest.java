package io.tcsstamp.tcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Seed;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that ship, against the description of the TCS EGSE's units. */
class ShippedUnitRulesTest {
    private static final UnitRules RULES =
            UnitRules.load(Path.of("definitions/tcs-units.properties"));

    @Test
    void ruleEveryParameterOfTheDescriptionAndNoOther() {
        List<String> names = NaiveUnits.SHIPPED.names();

        assertThat(names).allSatisfy(name -> assertThat(RULES.of(name)).as(name).isNotNull());
        assertThat(RULES.size()).isEqualTo(names.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ambient_rtd; 22.1234 ºC; 22.1234",
                "tou_rtd_tav; -180.5 °C; -180.5",
                "ch1_clkheater_ticks; 0.0 s; 0.0",
                "ch1_pwm_ontime; 120 ms; 120",
                "ch1_iout; 0.0000 A [0.0000 Apk]; 0.0000",
                "ch2_vout; 24.0 V [33.9 Vpk]; 24.0",
                "ch1_pout; 0.000 mW [0.000 mWavg]; 0.000",
                "psu_vdc; 28.13 V; 28.13",
                "ch1_pid_cv; 1.5 W; 1.5",
                "storage_mmi; [Free space: 53.1GB]; Free space: 53.1GB",
                "op_mode; 0 [IDLE]; 0",
                "ambient_rtd; NaN; NaN",
                "elapsed_time; 1d23h37m10s; 1d23h37m10s",
                "start_time; 20210108 16:3451 UTC; 20210108 16:3451 UTC",
                "cpuload_realtime; CPU1: 65.4% MEM: 1.4% free [3.5MB/244.4MB]; CPU1: 65.4% MEM:"
                        + " 1.4% free [3.5MB/244.4MB]",
            })
    void cutAsExpected(String name, String raw, String text) {
        assertThat(cut(name, raw)).isEqualTo(text);
    }

    @Test
    @Timeout(30)
    void cutAnyTextAsTheDescriptionSays() {
        String[] parts = {
            " ºC", " °C", " s", " ms", " A [", " Apk]", " V", " V [", " Vpk]", " mW [", " mWavg]",
            " W", "[", "]", " [", "1.5", " ", "x", "é"
        };
        List<String> names = NaiveUnits.SHIPPED.names();
        Seed.rounds(
                200,
                random -> {
                    for (String name : names) {
                        StringBuilder raw = new StringBuilder();
                        for (int i = random.nextInt(7); i > 0; i--) {
                            raw.append(parts[random.nextInt(parts.length)]);
                        }
                        assertThat(cut(name, raw.toString()))
                                .as("%s of '%s'", name, raw)
                                .isEqualTo(NaiveUnits.SHIPPED.cut(name, raw.toString()));
                    }
                });
    }

    private static String cut(String name, String raw) {
        UnitRule rule = RULES.of(name);
        return rule == null ? raw : UnitRuleTest.cut(rule, raw);
    }
}
