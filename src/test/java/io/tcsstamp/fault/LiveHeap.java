package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.BridgeProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The memory of a program's heap that is in use after a full collection. */
final class LiveHeap {
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private LiveHeap() {}

    /** In bytes; the test is skipped where the JDK has no jcmd. */
    static long bytes(BridgeProcess bridge) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(JCMD), "needs the JDK's jcmd");
        // which counts what is reachable, after a full collection
        Process jcmd =
                new ProcessBuilder(
                                JCMD.toString(),
                                Long.toString(Signals.pid(bridge)),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String total =
                text.lines()
                        .filter(line -> line.startsWith("Total"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("jcmd said: " + text));
        return Long.parseLong(total.trim().split("\\s+")[2]);
    }
}
