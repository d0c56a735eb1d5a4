package io.tcsstamp.output;

import io.tcsstamp.definition.Container;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A new folder with a file for each container. Not thread-safe. */
final class OutputFolder {
    /** Where packets go that are of no container, or failed. */
    private static final String FAILED = "failed.jsonl";

    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private final String extension;
    // as file systems that know no case see them
    private final Set<String> taken = new HashSet<>(Set.of(FAILED));

    /**
     * Makes the folder.
     *
     * @param extension of the files, with the point
     * @throws FileAlreadyExistsException if there is something in it
     */
    OutputFolder(Path folder, String extension) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.extension = extension;
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new FileAlreadyExistsException(
                        folder.toString(), null, "the folder is not empty; name a new one");
            }
        }
    }

    /** A name for the file of a container: its own, as far as it can be that of a file. */
    Path file(Container container) {
        String name = container.name().replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.", "_");
        if (name.length() > LONGEST_NAME) {
            name = name.substring(0, LONGEST_NAME);
        }
        String unique = name + extension;
        for (int n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
            unique = name + "-" + n + extension;
        }
        return folder.resolve(unique);
    }

    /** The file for packets that failed, as JSON lines. */
    Path failed() {
        return folder.resolve(FAILED);
    }
}
