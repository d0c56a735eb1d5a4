package io.tcsstamp.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second process away from a spool's file: a lock on a file beside it. Thread-safe. */
final class SpoolLock implements AutoCloseable {
    /** What this process has: to open and close such a file again would release it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private SpoolLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the lock, which ends with this process at the latest.
     *
     * @throws SpoolException if another one has it, or the file cannot be made
     */
    static SpoolLock take(Path file) throws SpoolException {
        Path path = file.resolveSibling(file.getFileName() + ".lock").toAbsolutePath();
        if (!HELD.add(path)) {
            throw inUse();
        }
        FileChannel channel = null;
        try {
            SpoolFolder.make(path.getParent());
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new SpoolLock(path, channel);
            }
            release(path, channel);
        } catch (IOException e) {
            release(path, channel);
            throw new SpoolException(
                    "its folder cannot be written; is it a folder, and is there room? (" + e + ")",
                    SpoolException.Kind.OTHER,
                    e);
        }
        throw inUse();
    }

    private static SpoolException inUse() {
        return new SpoolException(
                "another bridge uses it (or another destination of this one); give each a"
                        + " spool.folder of its own",
                SpoolException.Kind.OTHER,
                null);
    }

    @Override
    public void close() {
        release(path, channel);
    }

    private static void release(Path path, FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the end of the process releases it
        }
        HELD.remove(path);
    }
}
