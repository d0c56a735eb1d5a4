package io.tcsstamp.tcs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values are cut out of their texts by the TCS EGSE's description, as regular expressions. */
final class NaiveUnits {
    static final NaiveUnits SHIPPED = new NaiveUnits();

    private final Map<String, Pattern> rules = new HashMap<>();

    private NaiveUnits() {
        rule(
                "(.*) [º°]C",
                "ambient_rtd internal_rtd ch1_pid_sp ch2_pid_sp ch1_tav ch2_tav",
                "fee_rtd_1 fee_rtd_2 fee_rtd_3 fee_rtd_tav tou_rtd_1 tou_rtd_2 tou_rtd_3",
                "tou_rtd_tav spare_rtd_1 spare_rtd_2 spare_rtd_3 spare_rtd_tav");
        rule(
                "(.*) s",
                "ch1_clkheater_ticks ch2_clkheater_ticks ch1_pid_proctime ch2_pid_proctime",
                "ch1_pid_ts ch2_pid_ts ch1_pwm_proctime ch2_pwm_proctime",
                "ni9401_external_clkheater_period ni9401_external_clkheater_timeout");
        rule(
                "(.*) ms",
                "ch1_clkheater_period ch2_clkheater_period ch1_pwm_ontime ch1_pwm_offtime",
                "ch2_pwm_ontime");
        rule("(.*) A \\[.* Apk\\]", "ch1_iout ch2_iout");
        rule("(.*) V", "ch1_vdc ch2_vdc psu_vdc");
        rule("(.*) V \\[.* Vpk\\]", "ch1_vout ch2_vout");
        rule("(.*) mW \\[.* mWavg\\]", "ch1_pout ch2_pout");
        rule("(.*) W", "ch1_pid_cv");
        rule("\\[(.*)\\]", "storage_mmi storage_realtime");
        rule("(.*) \\[.*\\]", "op_mode task_is_running");
    }

    private void rule(String pattern, String... names) {
        for (String name : String.join(" ", names).split(" ")) {
            rules.put(name, Pattern.compile(pattern, Pattern.DOTALL));
        }
    }

    List<String> names() {
        return rules.keySet().stream().sorted().toList();
    }

    String cut(String name, String raw) {
        Pattern rule = rules.get(name);
        if (rule == null) {
            return raw;
        }
        Matcher matcher = rule.matcher(raw);
        return matcher.find() ? matcher.group(1) : raw;
    }
}
