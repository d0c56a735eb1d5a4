package io.tcsstamp.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the plain loop cuts the values: the text of the unit by name; an empty text stands for
 * 'what is in the brackets'.
 */
final class PlainUnits {
    private PlainUnits() {}

    static Map<String, String> byName() {
        Map<String, String> units = new HashMap<>();
        put(units, " ºC", "ambient_rtd internal_rtd ch1_pid_sp ch2_pid_sp ch1_tav ch2_tav");
        for (String group : List.of("fee", "tou", "spare")) {
            for (String place : List.of("1", "2", "3", "tav")) {
                put(units, " ºC", group + "_rtd_" + place);
            }
        }
        put(
                units,
                " s",
                "ch1_clkheater_ticks ch2_clkheater_ticks ch1_pid_proctime ch2_pid_proctime"
                        + " ch1_pid_ts ch2_pid_ts");
        put(units, " s", "ch1_pwm_proctime ch2_pwm_proctime");
        put(units, " s", "ni9401_external_clkheater_period ni9401_external_clkheater_timeout");
        put(
                units,
                " ms",
                "ch1_clkheater_period ch2_clkheater_period ch1_pwm_ontime ch1_pwm_offtime"
                        + " ch2_pwm_ontime");
        put(units, " A [", "ch1_iout ch2_iout");
        put(units, " V", "ch1_vdc ch2_vdc psu_vdc");
        put(units, " V [", "ch1_vout ch2_vout");
        put(units, " mW [", "ch1_pout ch2_pout");
        put(units, " W", "ch1_pid_cv");
        put(units, " [", "op_mode task_is_running");
        put(units, "", "storage_mmi storage_realtime");
        return units;
    }

    private static void put(Map<String, String> units, String unit, String names) {
        for (String name : names.split(" ")) {
            units.put(name, unit);
        }
    }
}
