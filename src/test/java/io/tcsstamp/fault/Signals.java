package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.it.BridgeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Signals to a program, on Linux. */
final class Signals {
    private Signals() {}

    /** Stops a program in whatever it is doing, and waits until none of its threads runs. */
    static void freeze(BridgeProcess bridge) throws Exception {
        long pid = pid(bridge);
        Process kill = new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        await("all threads stopped").atMost(Duration.ofSeconds(10)).until(() -> isFrozen(pid));
    }

    private static boolean isFrozen(long pid) throws IOException {
        List<Path> threads;
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            threads = all.toList();
        }
        for (Path thread : threads) {
            String stat = Files.readString(thread.resolve("stat"));
            if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                return false;
            }
        }
        return true;
    }

    /** Kills a program by SIGKILL and waits for its end. */
    static void kill(BridgeProcess bridge) {
        bridge.close();
    }

    /** The number of the program's process; the launcher becomes the program. */
    static long pid(BridgeProcess bridge) {
        return bridge.handles().findFirst().orElseThrow().pid();
    }
}
