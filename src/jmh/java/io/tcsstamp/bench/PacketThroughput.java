package io.tcsstamp.bench;

import io.tcsstamp.workload.JpssLike;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packets over TCP to lines at STAMP through the bridge as it ships, with its spool: passes are
 * written back to back, every byte that comes is compared. Cold is the first pass of a process,
 * warm each one after it.
 */
final class PacketThroughput {
    /** A packet of which one parameter is sent is less work by far: so more of them. */
    private static final int MORE = 5;

    private final BenchOptions options;

    PacketThroughput(BenchOptions options) {
        this.options = options;
    }

    void run(Report report) throws IOException, InterruptedException {
        Path definition = options.work().resolve("geolocation.xml");
        Files.writeString(definition, JpssLike.definition());
        int packets = options.streamPackets();
        Map<String, String> settings =
                Map.of("PACKET_DEFINITIONS", definition.toString(), "PACKET_TIME", PacketPass.TIME);
        Speeds all = measure("all", packets, settings);
        Map<String, String> selecting = new TreeMap<>(settings);
        selecting.put("PACKET_SELECT", PacketPass.ONE);
        Speeds one = measure("one", packets * MORE, selecting);
        row(report, "27 parameters a packet over TCP", "lines/s", all, 1_000_000);
        row(report, "1 parameter a packet over TCP", "packets/s", one, 400_000);
        report.note(
                "packets-tcp: %,d packets a pass, %,d where one parameter is sent; %d processes, in"
                        + " each 1 cold and %d warm passes; spool on; every byte compared",
                packets, packets * MORE, options.processes(), options.passes());
    }

    private static void row(Report report, String title, String unit, Speeds speeds, int wanted) {
        Target target = Target.atLeast(wanted, wanted);
        report.packetRow(
                PacketFigure.alone(title + ", cold", unit, 0, Series.median(speeds.cold)), target);
        report.packetRow(
                PacketFigure.alone(title + ", warm", unit, 0, Series.median(speeds.warm)), target);
    }

    private Speeds measure(String kind, int packets, Map<String, String> settings)
            throws IOException, InterruptedException {
        Speeds speeds = new Speeds(new ArrayList<>(), new ArrayList<>());
        try (LinkedEnds ends = new LinkedEnds(options, kind, packets)) {
            for (int process = 1; process <= options.processes(); process++) {
                Progress.say(
                        "packets-tcp: %s, process %d of %d", kind, process, options.processes());
                measure(ends, settings, speeds);
            }
        }
        return speeds;
    }

    private void measure(LinkedEnds ends, Map<String, String> settings, Speeds speeds)
            throws IOException, InterruptedException {
        ends.expectConnection();
        Map<String, String> environment = new TreeMap<>(settings);
        String[] arguments = ends.endpoints().arguments();
        environment.put("PACKET_ENDPOINT", arguments[1]);
        Path log = options.work().resolve("packets-tcp.log");
        try (ChildProcess bridge =
                Contender.bridge(options, log, environment, arguments[2], arguments[3])) {
            try {
                ends.awaitConnection();
                for (int pass = 0; pass <= options.passes(); pass++) {
                    ends.prepare(pass == 0, true);
                    double speed = ends.records() / ends.run();
                    Progress.say("  %,.0f lines/s", speed);
                    (pass == 0 ? speeds.cold : speeds.warm).add(speed);
                }
                bridge.requireRunning();
            } catch (BenchException e) {
                throw bridge.failure(e);
            }
            ends.expectEnd();
        }
        ends.awaitEnd();
    }

    /**
     * Lines per second.
     *
     * @param cold of first passes
     * @param warm of the others
     */
    private record Speeds(List<Double> cold, List<Double> warm) {}
}
