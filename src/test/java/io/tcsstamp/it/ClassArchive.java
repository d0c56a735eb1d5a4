package io.tcsstamp.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The folder where the launcher keeps its class archive: one for the whole test run, so that only
 * the first start pays for the archive, and none of it is left behind.
 */
final class ClassArchive {
    private static final long LIMIT_SECONDS = 120;
    private static final Path FOLDER = create();

    private ClassArchive() {}

    static Path folder() {
        return FOLDER;
    }

    /** By a start that does nothing else, so that no test's limits count it. */
    private static void make(Path folder) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(Folders.project().resolve("tcs-stamp").toString(), "--version");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CACHE_FOLDER", folder.toString());
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private static Path create() {
        try {
            Path folder = Files.createTempDirectory("tcs-stamp-it-classes");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            make(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
