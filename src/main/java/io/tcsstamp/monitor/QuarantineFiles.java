package io.tcsstamp.monitor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files in the folder of a quarantine. Immutable and thread-safe. */
public record QuarantineFiles(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineFiles.class);

    /** So many are listed, those whose names come last: the newest. */
    public static final int MOST = 1000;

    /**
     * A file.
     *
     * @param name in the folder
     * @param bytes its size
     * @param changed when it was written last
     */
    public record Stored(String name, long bytes, Instant changed) {}

    /** The regular files that there are now, by name. */
    public List<Stored> list() {
        PriorityQueue<Stored> newest = new PriorityQueue<>(Comparator.comparing(Stored::name));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                add(newest, file);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            LOG.debug("there is nothing in quarantine", e);
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be listed: " + e, e);
        }
        List<Stored> list = new ArrayList<>(newest);
        list.sort(newest.comparator());
        return list;
    }

    private static void add(PriorityQueue<Stored> newest, Path file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                newest.add(
                        new Stored(
                                file.getFileName().toString(),
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant()));
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} went while the folder was listed", file, e);
        }
        if (newest.size() > MOST) {
            newest.remove();
        }
    }
}
