package io.tcsstamp.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/**
 * The options that say what is sent when and how; each stands for a property, which it wins over.
 */
final class EmissionOptions {
    @Option(
            names = {"-f", "--fractional_time", "--fractional-time"},
            description = "write milliseconds (stamp.fractional-time)")
    private boolean fractionalTime;

    @Option(
            names = {"-r", "--rate"},
            paramLabel = "SECONDS",
            description =
                    "send the latest value of each name every so many seconds; 0, the default,"
                            + " sends every block at once (stamp.rate)")
    private String rate;

    @Option(
            names = "--clear",
            negatable = true,
            defaultValue = Option.NULL_VALUE,
            fallbackValue = "true",
            description =
                    "forget values once they are sent (the default), or with --no-clear send them"
                            + " again until they change (stamp.clear)")
    private Boolean clear;

    @Option(
            names = "--sort-by-name",
            description = "sort each sending by name instead of by time (stamp.sort=name)")
    private boolean sortByName;

    /** What was said, by property; the map is the caller's. */
    Map<String, String> properties() {
        Map<String, String> said = new TreeMap<>();
        if (rate != null) {
            said.put("stamp.rate", rate);
        }
        if (clear != null) {
            said.put("stamp.clear", clear.toString());
        }
        if (fractionalTime) {
            said.put("stamp.fractional-time", "true");
        }
        if (sortByName) {
            said.put("stamp.sort", "name");
        }
        return said;
    }
}
