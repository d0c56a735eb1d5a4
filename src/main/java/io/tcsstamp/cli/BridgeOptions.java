package io.tcsstamp.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The bridge's options; each stands for a property, which it wins over. */
final class BridgeOptions {
    @Option(
            names = "--tcs",
            paramLabel = "HOST:PORT",
            description = "the TCS EGSE, which is the server (tcs.endpoint)")
    private String tcs;

    @Option(
            names = "--stamp",
            paramLabel = "HOST:PORT",
            description =
                    "STAMP, which is the server (stamp.endpoint); without it lines go to the"
                            + " standard output")
    private String stamp;

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

    @Option(
            names = "--rich",
            description =
                    "show a table, redrawn in place on a terminal; without --stamp instead of lines"
                            + " (stamp.rich)")
    private boolean rich;

    @Option(
            names = "--fail-fast",
            description = "exit with 1 when an end cannot be reached or goes away (fail-fast)")
    private boolean failFast;

    /** What was said, by property. */
    Map<String, String> properties() {
        Map<String, String> said = new TreeMap<>();
        putIfSaid(said, "tcs.endpoint", tcs);
        putIfSaid(said, "stamp.endpoint", stamp);
        putIfSaid(said, "stamp.rate", rate);
        putIfSaid(said, "stamp.clear", clear);
        if (fractionalTime) {
            said.put("stamp.fractional-time", "true");
        }
        if (sortByName) {
            said.put("stamp.sort", "name");
        }
        if (rich) {
            said.put("stamp.rich", "true");
        }
        if (failFast) {
            said.put("fail-fast", "true");
        }
        return said;
    }

    private static void putIfSaid(Map<String, String> said, String key, Object value) {
        if (value != null) {
            said.put(key, value.toString());
        }
    }
}
