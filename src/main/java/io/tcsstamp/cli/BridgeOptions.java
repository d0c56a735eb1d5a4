package io.tcsstamp.cli;

import java.nio.file.Path;
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
            names = "--packets",
            paramLabel = "ENDPOINT",
            description = {
                "packets: HOST:PORT of a server, listen:[HOST:]PORT,",
                "  udp:[HOST:]PORT or file:PATH (packet.endpoint)"
            })
    private String packets;

    @Option(
            names = "--definition",
            paramLabel = "FILE",
            description = "the XTCE file, or a folder of them, for --packets (packet.definitions)")
    private String definition;

    @Option(
            names = "--root-container",
            paramLabel = "NAME",
            description =
                    "the container that every packet starts with; found by itself as a rule"
                            + " (packet.root-container)")
    private String rootContainer;

    @Option(
            names = "--select",
            paramLabel = "NAME,...",
            description = "the parameters to send, with * for any characters (packet.select)")
    private String select;

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
        if (packets != null) {
            said.put("packet.endpoint", fromHere(packets));
        }
        if (definition != null) {
            said.put("packet.definitions", Path.of(definition).toAbsolutePath().toString());
        }
        if (rootContainer != null) {
            said.put("packet.root-container", rootContainer);
        }
        if (select != null) {
            said.put("packet.select", select);
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

    /** A file named on the command line is relative to where the user is. */
    private static String fromHere(String endpoint) {
        return endpoint.startsWith("file:")
                ? "file:" + Path.of("").toAbsolutePath().resolve(endpoint.substring(5))
                : endpoint;
    }
}
