package io.tcsstamp.cli;

import io.tcsstamp.camel.BridgeSettings;
import io.tcsstamp.camel.PacketEndpoint;
import io.tcsstamp.output.SampleNames;
import io.tcsstamp.output.SampleTime;
import io.tcsstamp.packet.PacketFraming;
import java.nio.file.Files;

/** Refuses settings of packet sources that cannot work. */
final class PacketSettingsCheck {
    private PacketSettingsCheck() {}

    static void check(BridgeSettings settings) {
        checked("packet.framing", "packet.framing=ccsds", () -> framing(settings));
        checked(
                "packet.time",
                "packet.time=reception",
                () -> new SampleTime(settings.get("packet.time")));
        checked(
                "packet.name-pattern",
                "packet.name-pattern={packet}.{parameter}",
                () -> SampleNames.check(settings.get("packet.name-pattern")));
        String definitions = settings.get("packet.definitions");
        if (!definitions.isEmpty() && !Files.isReadable(settings.path("packet.definitions"))) {
            throw new UsageException(
                    "--definition '"
                            + definitions
                            + "' (packet.definitions) is no file or folder that can be read");
        }
        String endpoint = settings.get("packet.endpoint");
        if (!endpoint.isEmpty()) {
            endpoint(settings, endpoint);
        }
    }

    private static void endpoint(BridgeSettings settings, String endpoint) {
        PacketEndpoint[] parsed = new PacketEndpoint[1];
        checked(
                "--packets (packet.endpoint)",
                "--packets localhost:5000",
                () -> parsed[0] = PacketEndpoint.parse(endpoint));
        if (settings.get("packet.definitions").isEmpty()) {
            throw new UsageException(
                    "--packets '"
                            + endpoint
                            + "' (packet.endpoint) needs a definition to decode by: say"
                            + " --definition FILE, or set packet.definitions");
        }
        if (settings.is("packet.tls") && parsed[0].kind() != PacketEndpoint.Kind.CONNECT) {
            throw new UsageException(
                    "packet.tls=true encrypts a connection to HOST:PORT; what '"
                            + endpoint
                            + "' (packet.endpoint) brings would not be encrypted. Set"
                            + " packet.tls=false, and let a tunnel encrypt it where that is"
                            + " needed");
        }
        if (parsed[0].kind() == PacketEndpoint.Kind.FILE
                && !Files.isReadable(settings.home().resolve(parsed[0].address()))) {
            throw new UsageException(
                    "--packets '"
                            + endpoint
                            + "' (packet.endpoint): there is no file or folder "
                            + parsed[0].address()
                            + " that can be read");
        }
    }

    private static void framing(BridgeSettings settings) {
        PacketFraming framing = PacketFraming.parse(settings.get("packet.framing"));
        if (settings.is("packet.combine-segments") && !framing.isCcsds()) {
            throw new IllegalArgumentException(
                    "packet.combine-segments=true is only for packet.framing=ccsds");
        }
    }

    private static void checked(String what, String example, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException(what + ": " + e.getMessage() + "; for example " + example);
        }
    }
}
