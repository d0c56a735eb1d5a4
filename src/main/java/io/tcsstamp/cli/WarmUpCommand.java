package io.tcsstamp.cli;

import io.tcsstamp.camel.Bridge;
import io.tcsstamp.camel.BridgeSettings;
import io.tcsstamp.sim.EchoServer;
import io.tcsstamp.sim.Speed;
import io.tcsstamp.sim.TcsSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code warm-up}: sends a few hundred lines through a bridge within this process, decodes a few
 * packets and ends, so that the JVM can archive the classes that a start needs. For the launcher.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final int LINES = 500;
    private static final long LONGEST_MILLIS = 20_000;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> options = new TreeMap<>();
        Path spool = Files.createTempDirectory("tcs-stamp");
        options.put("spool.folder", spool.toString());
        try (TcsSimulator tcs = TcsSimulator.builder().speed(Speed.parse("50")).start();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, line -> {})) {
            options.put("tcs.endpoint", tcs.address());
            options.put("stamp.endpoint", stamp.address());
            BridgeSettings settings = SettingsLoader.defaults(Home.find(), options);
            Logging.start(0, "");
            Bridge bridge = new Bridge(settings, batch -> {});
            Thread watch = new Thread(() -> stopAfter(LINES, stamp, bridge), "warm-up");
            watch.setDaemon(true);
            watch.start();
            int code = bridge.run();
            parse();
            return code;
        } finally {
            delete(spool);
        }
    }

    /** Decodes the packets of the example too, to standard output. */
    private static void parse() {
        Path definitions = Home.find().resolve("definitions");
        Path packets = definitions.resolve("example.bin");
        if (Files.exists(packets)) {
            String definition = definitions.resolve("example.xml").toString();
            TcsStamp.run(
                    "parse", "--definition", definition, "--format", "jsonl", packets.toString());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void stopAfter(int lines, EchoServer stamp, Bridge bridge) {
        long end = System.currentTimeMillis() + LONGEST_MILLIS;
        while (stamp.received() < lines && System.currentTimeMillis() < end) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        bridge.stop();
    }
}
