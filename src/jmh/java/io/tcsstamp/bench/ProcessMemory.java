package io.tcsstamp.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the memory of a process from Linux's {@code /proc}. */
final class ProcessMemory {
    private ProcessMemory() {}

    /**
     * Reads a field of the status of the Java process, in MB of 10^6 bytes.
     *
     * @param launched the process that was started: Java itself, or a script with Java below it
     * @param field {@code VmRSS} or {@code VmHWM}
     */
    static double megabytes(ProcessHandle launched, String field) {
        ProcessHandle java =
                Stream.concat(Stream.of(launched), launched.descendants())
                        .filter(each -> each.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new BenchException(
                                                "no java process at or below " + launched.pid()));
        for (String line : status(java.pid())) {
            if (line.startsWith(field + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
            }
        }
        throw new BenchException("no " + field + " in the status of process " + java.pid());
    }

    private static List<String> status(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
