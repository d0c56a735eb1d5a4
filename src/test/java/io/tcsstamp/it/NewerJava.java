package io.tcsstamp.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A Java that is so new that it complains of what older ones let pass. */
final class NewerJava {
    private static final Path USUAL = Path.of("/usr/lib/jvm");

    private NewerJava() {}

    /** The one that {@code newer.java.home} names, or one in the usual place; null without. */
    static Path find() throws IOException {
        String named = System.getProperty("newer.java.home", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        if (!Files.isDirectory(USUAL)) {
            return null;
        }
        try (Stream<Path> all = Files.list(USUAL)) {
            return all.filter(NewerJava::isNew).sorted().findFirst().orElse(null);
        }
    }

    private static boolean isNew(Path java) {
        try {
            return Files.readString(java.resolve("release"))
                    .lines()
                    .anyMatch(line -> line.matches("JAVA_VERSION=\"(2[4-9]|[3-9]\\d)\\b.*"));
        } catch (IOException e) {
            return false;
        }
    }
}
