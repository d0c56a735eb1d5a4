package io.tcsstamp.output;

import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/**
 * One file in Apache Arrow's IPC file format ({@code .arrow}) for each container, with a typed
 * column per parameter; packets that failed go into {@code failed.jsonl}. The memory it takes is
 * bounded, however long the input and however many the containers. Not thread-safe.
 */
public final class ArrowWriter implements PacketWriter {
    /** What all batches may take together, outside of the heap. */
    private static final long MOST_MEMORY = 192 << 20;

    private final BufferAllocator allocator = new RootAllocator();
    private final List<ArrowFile> files = new ArrayList<>();
    private final PacketWriter folder;

    /**
     * Writes into a folder.
     *
     * @param folder to be made, or empty
     * @param selected by the name of a parameter: whether it has a column
     * @param raw true for raw values, false for derived ones
     */
    public ArrowWriter(Path folder, PacketDecoder decoder, Predicate<String> selected, boolean raw)
            throws IOException {
        this.folder =
                new FolderWriter(
                        new OutputFolder(folder, ".arrow"),
                        selected,
                        (container, path) -> {
                            ArrowFile file =
                                    new ArrowFile(
                                            path,
                                            decoder.definition(),
                                            container,
                                            Columns.of(decoder.definition(), container, selected),
                                            raw,
                                            allocator);
                            files.add(file);
                            return file;
                        });
    }

    @Override
    public void write(long index, PacketValues values) throws IOException {
        folder.write(index, values);
        if (allocator.getAllocatedMemory() > MOST_MEMORY) {
            for (ArrowFile file : files) {
                file.release();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        folder.flush();
    }

    /** Says how many times could not be written; empty where all could. */
    @Override
    public String note() {
        long lost = files.stream().mapToLong(ArrowFile::lostTimes).sum();
        return lost == 0
                ? ""
                : lost + " times are null: outside of 1677-09-21 to 2262-04-11, or not an instant";
    }

    @Override
    public void close() throws IOException {
        try (allocator) {
            folder.close();
        }
    }
}
