package io.tcsstamp.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Assumptions;

/** The highest resident memory that a program has had so far, as Linux counts it. */
final class PeakMemory {
    private PeakMemory() {}

    /**
     * The peak of the Java process of a run, in MiB; the test is skipped on systems without /proc.
     */
    static long mebibytes(BridgeProcess bridge) throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(Path.of("/proc/self")), "needs /proc to read the memory in use");
        long java =
                bridge.handles()
                        .filter(PeakMemory::isJava)
                        .map(ProcessHandle::pid)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no Java process runs"));
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(java), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new NoSuchElementException("no VmHWM for process " + java);
    }

    private static boolean isJava(ProcessHandle handle) {
        return handle.info().command().map(Path::of).filter(p -> p.endsWith("java")).isPresent();
    }
}
