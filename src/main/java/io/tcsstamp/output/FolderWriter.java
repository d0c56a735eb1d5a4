package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Gives packets to the writer of their container; those that failed, with what was decoded of them,
 * go as JSON lines into {@code failed.jsonl}. Not thread-safe.
 */
final class FolderWriter implements PacketWriter {
    /** Makes the writer of a container's file. */
    interface Maker {
        /**
         * Makes it.
         *
         * @param file to be made
         */
        PacketWriter make(Container container, Path file) throws IOException;
    }

    private final OutputFolder folder;
    private final Predicate<String> selected;
    private final Maker maker;
    private final Map<Container, PacketWriter> writers = new IdentityHashMap<>();
    private PacketWriter failed;

    FolderWriter(OutputFolder folder, Predicate<String> selected, Maker maker) {
        this.selected = selected;
        this.folder = folder;
        this.maker = maker;
    }

    @Override
    public void write(long index, PacketValues values) throws IOException {
        if (values.failed()) {
            if (failed == null) {
                failed = new JsonLinesWriter(Files.newOutputStream(folder.failed()), selected);
            }
            failed.write(index, values);
            return;
        }
        Container container = values.container();
        PacketWriter writer = writers.get(container);
        if (writer == null) {
            writer = maker.make(container, folder.file(container));
            writers.put(container, writer);
        }
        writer.write(index, values);
    }

    @Override
    public void flush() throws IOException {
        for (PacketWriter writer : writers.values()) {
            writer.flush();
        }
        if (failed != null) {
            failed.flush();
        }
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (PacketWriter writer : writers.values()) {
            first = close(writer, first);
        }
        first = failed == null ? first : close(failed, first);
        if (first != null) {
            throw first;
        }
    }

    /** All are closed, whatever becomes of one. */
    private static IOException close(PacketWriter writer, IOException before) {
        try {
            writer.close();
        } catch (IOException e) {
            if (before == null) {
                return e;
            }
            before.addSuppressed(e);
        }
        return before;
    }
}
