package io.tcsstamp.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder where the launcher keeps its class archive: one for the whole test run, so that only
 * the first start pays for the archive, and none of it is left behind.
 */
final class ClassArchive {
    private static final Path FOLDER = create();

    private ClassArchive() {}

    static Path folder() {
        return FOLDER;
    }

    private static Path create() {
        try {
            Path folder = Files.createTempDirectory("tcs-stamp-it-classes");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
