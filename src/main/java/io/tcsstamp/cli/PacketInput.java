package io.tcsstamp.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file, or standard input, that a command reads. Immutable. */
final class PacketInput {
    private static final String STDIN = "-";

    private final String name;
    private final long size;

    /**
     * Looks at it.
     *
     * @param name a file, or {@code -} for standard input
     * @throws UsageException if there is no such file, or it cannot be read
     */
    PacketInput(String name) {
        this.name = name;
        this.size = name.equals(STDIN) ? -1 : size(file("the packet file", name));
    }

    /**
     * A file that must be there.
     *
     * @param what it is, for the message
     * @throws UsageException if it is not, or is a folder, or cannot be read
     */
    static Path file(String what, String name) {
        Path file = existing(what, name);
        if (Files.isDirectory(file)) {
            throw new UsageException(what + " '" + name + "' is a folder; name a file");
        }
        return file;
    }

    /** A file or folder that must be there. */
    static Path existing(String what, String name) {
        Path file;
        try {
            file = Path.of(name);
        } catch (java.nio.file.InvalidPathException e) {
            throw new UsageException(what + " '" + name + "' cannot be the name of a file");
        }
        if (!Files.exists(file)) {
            throw new UsageException(what + " '" + name + "' does not exist");
        }
        if (!Files.isReadable(file)) {
            throw new UsageException(what + " '" + name + "' may not be read");
        }
        return file;
    }

    private static long size(Path file) {
        try {
            // a named pipe or a device has no size that would say anything
            return Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Its length in bytes, below 0 where that is not known. */
    long size() {
        return size;
    }

    /** What to call it in messages. */
    String title() {
        return name.equals(STDIN) ? "standard input" : name;
    }

    /**
     * Opens it.
     *
     * @param onPause run before a read that would wait for more to come
     */
    InputStream open(Pause onPause) throws IOException {
        InputStream stream =
                name.equals(STDIN)
                        ? new FileInputStream(FileDescriptor.in)
                        : new FileInputStream(name);
        return size >= 0 ? stream : new LiveInput(stream, onPause);
    }

    /** What is done before a read that would wait. */
    interface Pause {
        /** Does it. */
        void pause() throws IOException;
    }

    /** Does something before each read that would wait. */
    private static final class LiveInput extends InputStream {
        private final InputStream from;
        private final Pause onPause;

        LiveInput(InputStream from, Pause onPause) {
            this.from = from;
            this.onPause = onPause;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (from.available() == 0) {
                onPause.pause();
            }
            return from.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
