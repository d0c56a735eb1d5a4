package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.QuarantineShelf;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.telemetry.Housekeeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A bridge in front of a STAMP, its sources and the replay of its quarantine. */
final class ReplayRig implements AutoCloseable {
    final PacketRig rig;
    final RouteSources sources;
    ExecutorService executor;
    QuarantineReplay replay;

    /** Runs it, and waits until a route takes something. */
    ReplayRig(Path home, String route, String... settings) {
        rig = new PacketRig(home, "", settings);
        rig.awaitStarted(route);
        sources = new RouteSources(rig.bridge().context(), rig.monitor());
        replayAnew();
    }

    /** As after another start of the bridge. */
    void replayAnew() {
        executor = Executors.newSingleThreadExecutor();
        replay =
                new QuarantineReplay(
                        new QuarantineShelf(rig.monitor().quarantine()),
                        new ReplayRoutes(rig.bridge().context(), sources),
                        executor);
    }

    Path folder() {
        return rig.home.resolve("quarantine");
    }

    /** The names of the files in quarantine. */
    List<String> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String... lines) {
        try {
            Files.createDirectories(folder());
            Files.writeString(folder().resolve(file), String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was read has its fate. */
    void assertEven(String source) {
        SourceCounters counters = rig.monitor().source(source);
        Housekeeping table = rig.bridge().tables().table(source);
        assertThat(counters.read())
                .isEqualTo(
                        table.forwarded()
                                + table.superseded()
                                + counters.quarantined()
                                + table.pending());
    }

    @Override
    public void close() {
        replay.close();
        rig.close();
    }
}
