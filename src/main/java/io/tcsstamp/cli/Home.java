package io.tcsstamp.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder that holds {@code routes} and {@code application.properties}. Stateless. */
final class Home {
    private Home() {}

    /** The system property {@code tcs-stamp.home}, else the jar's folder or the one above it. */
    static Path find() {
        String said = System.getProperty("tcs-stamp.home", "");
        if (!said.isEmpty()) {
            return Path.of(said).toAbsolutePath().normalize();
        }
        Path folder = folderOfJar();
        Path above = folder.getParent();
        boolean below = !Files.isDirectory(folder.resolve("routes")) && above != null;
        return below && Files.isDirectory(above.resolve("routes")) ? above : folder;
    }

    private static Path folderOfJar() {
        try {
            Path jar =
                    Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return jar.toAbsolutePath().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jar's place is not a path", e);
        }
    }
}
