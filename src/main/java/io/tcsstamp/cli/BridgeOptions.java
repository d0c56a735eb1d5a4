package io.tcsstamp.cli;

import java.util.Map;
import picocli.CommandLine.Mixin;
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

    @Mixin private EmissionOptions emission;

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
        Map<String, String> said = emission.properties();
        if (tcs != null) {
            said.put("tcs.endpoint", tcs);
        }
        if (stamp != null) {
            said.put("stamp.endpoint", stamp);
        }
        if (rich) {
            said.put("stamp.rich", "true");
        }
        if (failFast) {
            said.put("fail-fast", "true");
        }
        return said;
    }
}
