package io.tcsstamp.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process away from a spool's file: a lock on a file beside it. Thread-safe. */
final class SpoolLock implements AutoCloseable {
    private final FileChannel channel;

    private SpoolLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, which ends with this process at the latest.
     *
     * @throws SpoolException if another one has it, or the file cannot be made
     */
    static SpoolLock take(Path file) throws SpoolException {
        Path path = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel channel = null;
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return new SpoolLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new SpoolException(
                    "its folder cannot be written; is it a folder, and is there room? (" + e + ")",
                    SpoolException.Kind.OTHER,
                    e);
        }
        throw new SpoolException(
                "another bridge uses it; give each a spool.folder of its own",
                SpoolException.Kind.OTHER,
                null);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the end of the process releases it
        }
    }
}
