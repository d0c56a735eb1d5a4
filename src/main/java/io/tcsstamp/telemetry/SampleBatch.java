package io.tcsstamp.telemetry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/**
 * Everything that was complete in one read: samples in blocks, held as columns so that a batch of a
 * thousand samples is a dozen objects. Iterating makes a {@link Sample} of each row.
 *
 * <p>Immutable and thread-safe; made by a {@link SampleBatchBuilder}.
 */
public final class SampleBatch implements Iterable<Sample> {
    private final Columns columns;
    private final int[] rows;
    private final int[] blockEnds;
    private final List<Rejection> rejections;
    private final int emptyRun;

    SampleBatch(
            Columns columns,
            int[] rows,
            int[] blockEnds,
            List<Rejection> rejections,
            int emptyRun) {
        this.columns = columns;
        this.rows = rows;
        this.blockEnds = blockEnds;
        this.rejections = rejections;
        this.emptyRun = emptyRun;
    }

    /** The number of samples. */
    public int size() {
        return rows == null ? columns.size : rows.length;
    }

    /** True without a sample. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** The number of blocks that hold at least one sample. */
    public int blockCount() {
        return blockEnds.length;
    }

    /** The index behind the last sample of a block, 0 to {@link #size()}. */
    public int blockEnd(int block) {
        return blockEnds[block];
    }

    /** The index of the first sample of a block. */
    public int blockStart(int block) {
        return block == 0 ? 0 : blockEnds[block - 1];
    }

    /** What could not be read, in the order received. */
    public List<Rejection> rejections() {
        return rejections;
    }

    /** How many records were read: the samples and those rejected. */
    public long recordCount() {
        return size() + rejections.stream().filter(r -> !r.continued()).count();
    }

    /** The longest row of blocks without any record up to now, counted across batches. */
    public int emptyRun() {
        return emptyRun;
    }

    /**
     * True when each block is in the order of time and no name stands in it twice, so that there is
     * nothing to sort or to replace.
     */
    public boolean ordered() {
        return rows == null && columns.ordered;
    }

    /**
     * The time of the oldest sample in milliseconds since 1970-01-01T00:00:00Z; 0 without samples.
     */
    public long earliestMillis() {
        return size() == 0
                ? 0
                : IntStream.range(0, size()).mapToLong(this::millis).min().getAsLong();
    }

    /**
     * The time of the newest sample in milliseconds since 1970-01-01T00:00:00Z; 0 without samples.
     */
    public long latestMillis() {
        return size() == 0
                ? 0
                : IntStream.range(0, size()).mapToLong(this::millis).max().getAsLong();
    }

    private long millis(int index) {
        return seconds(index) * 1000 + nanos(index) / 1_000_000;
    }

    /** The time of a sample in seconds since 1970-01-01T00:00:00Z. */
    public long seconds(int index) {
        return columns.seconds[row(index)];
    }

    /** The fraction of a sample's second in nanoseconds, 0 to 999,999,999. */
    public int nanos(int index) {
        return columns.nanos[row(index)];
    }

    /** The parameter of a sample. */
    public Parameter parameter(int index) {
        return columns.parameters[row(index)];
    }

    /** The length of a sample's text in UTF-8, in bytes. */
    public int textUtf8Length(int index) {
        int row = row(index);
        return columns.plain
                ? columns.textLength[row]
                : Utf8.length(
                        columns.bytes,
                        columns.textOffset[row],
                        columns.textLength[row],
                        columns.charset);
    }

    /**
     * Writes a sample's text in UTF-8.
     *
     * @return the position behind the last byte written
     */
    public int writeTextUtf8(int index, byte[] to, int position) {
        int row = row(index);
        int offset = columns.textOffset[row];
        int length = columns.textLength[row];
        if (columns.plain) {
            return Utf8.copy(columns.bytes, offset, length, to, position);
        }
        return Utf8.write(columns.bytes, offset, length, columns.charset, to, position);
    }

    /** A sample as an object of its own. */
    public Sample sample(int index) {
        int row = row(index);
        Charset charset = columns.charset;
        return new Sample(
                Instant.ofEpochSecond(columns.seconds[row], columns.nanos[row]),
                columns.parameters[row].name(),
                new String(columns.bytes, columns.rawOffset[row], columns.rawLength[row], charset),
                new String(
                        columns.bytes, columns.textOffset[row], columns.textLength[row], charset));
    }

    /** The blocks, each as a batch of its own; the rejections stay with this one. */
    public List<SampleBatch> blocks() {
        return new AbstractList<>() {
            @Override
            public SampleBatch get(int block) {
                int start = blockStart(block);
                int[] selected = new int[blockEnds[block] - start];
                for (int i = 0; i < selected.length; i++) {
                    selected[i] = row(start + i);
                }
                return new SampleBatch(
                        columns, selected, new int[] {selected.length}, List.of(), 0);
            }

            @Override
            public int size() {
                return blockEnds.length;
            }
        };
    }

    @Override
    public Iterator<Sample> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size();
            }

            @Override
            public Sample next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return sample(next++);
            }
        };
    }

    @Override
    public String toString() {
        return "samples: "
                + size()
                + ", blocks: "
                + blockCount()
                + ", rejected: "
                + rejections.size();
    }

    Charset charset() {
        return columns.charset;
    }

    Columns columns() {
        return columns;
    }

    int row(int index) {
        return rows == null ? index : rows[index];
    }

    /** The last row of each of its parameters, in no order; null where a look at all must tell. */
    int[] lastRows() {
        return rows == null ? columns.lastRows : null;
    }

    /** The columns a batch is made of; not changed any more once a batch holds them. */
    static final class Columns {
        byte[] bytes;
        Charset charset = StandardCharsets.ISO_8859_1;
        boolean plain = true;
        boolean ordered = true;
        int size;
        long[] seconds;
        int[] nanos;
        Parameter[] parameters;
        int[] rawOffset;
        int[] rawLength;
        int[] textOffset;
        int[] textLength;

        /** The last row of each parameter, in no order; null where that was not looked up. */
        int[] lastRows;

        /** Where the bytes of a row start. */
        int start(int row) {
            return Math.min(rawOffset[row], textOffset[row]);
        }

        /** Where the bytes of a row end. */
        int end(int row) {
            return Math.max(rawOffset[row] + rawLength[row], textOffset[row] + textLength[row]);
        }
    }
}
