package io.tcsstamp.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Moves a damaged SQLite file out of the way; nothing is ever deleted. Stateless. */
final class CorruptFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private CorruptFile() {}

    /**
     * Renames a closed file, with its log and the index of that, to {@code
     * NAME.corrupt-YYYYMMDDTHHMMSSZ}, and a number where that is taken.
     *
     * @return its new name
     */
    static Path setAside(Path file, Instant now) throws IOException {
        String name = file.getFileName() + ".corrupt-" + STAMP.format(now);
        Path aside = file.resolveSibling(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(name + "-" + i);
        }
        for (String part : PARTS) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(from)) {
                Files.move(from, aside.resolveSibling(aside.getFileName() + part));
            }
        }
        return aside;
    }
}
