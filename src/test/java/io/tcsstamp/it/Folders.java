package io.tcsstamp.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the project is, and the removal of temporary folders. */
public final class Folders {
    private Folders() {}

    /** The project's root: the property {@code project.dir}, or the working directory. */
    public static Path project() {
        return Path.of(System.getProperty("project.dir", "")).toAbsolutePath().normalize();
    }

    /** A folder named on the command line; a relative name counts from the project's root. */
    public static Path fromProperty(String property, String otherwise) {
        return project().resolve(System.getProperty(property, otherwise)).normalize();
    }

    /** Removes a folder with all that is in it; does nothing where it is absent. */
    public static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
