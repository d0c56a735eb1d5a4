package io.tcsstamp.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process away from a file: a lock on another file beside it, which ends with this
 * process at the latest. Thread-safe.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param file made where there is none; never removed, or two processes could each lock one of
     *     the same name
     * @throws IOException if another one has it, or the file cannot be made; the message is for the
     *     operator
     */
    static FolderLock take(Path file) throws IOException {
        FileChannel channel;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(
                    "its folder cannot be written; is it a folder, and is there room? (" + e + ")",
                    e);
        }
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // another bridge in this process
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException("another bridge uses it; give each a spool.folder of its own");
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
