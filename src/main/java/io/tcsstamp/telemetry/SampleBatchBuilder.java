package io.tcsstamp.telemetry;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a {@link SampleBatch}, one sample and one block after the other. Not thread-safe; a builder
 * makes one batch.
 */
public final class SampleBatchBuilder {
    private static final int[] NO_BLOCKS = {};
    private static final byte[] NO_BYTES = {};

    private final SampleBatch.Columns columns = new SampleBatch.Columns();
    private final boolean copying;
    private List<Rejection> rejections = List.of();
    private int[] blockEnds = NO_BLOCKS;
    private int blocks;
    private int used;
    private int emptyRun;
    // the last row in which the parameter of an ordinal stood, plus 1
    private int[] lastRow = new int[128];
    // the ordinals that there are, in the order of their first rows
    private int[] ordinals = new int[128];
    private int names;

    private SampleBatchBuilder(byte[] bytes, Charset charset, boolean copying, int capacity) {
        this.copying = copying;
        columns.bytes = bytes;
        columns.charset = charset;
        columns.seconds = new long[capacity];
        columns.nanos = new int[capacity];
        columns.parameters = new Parameter[capacity];
        columns.rawOffset = new int[capacity];
        columns.rawLength = new int[capacity];
        columns.textOffset = new int[capacity];
        columns.textLength = new int[capacity];
    }

    /**
     * A batch whose values stay where they are.
     *
     * @param bytes holds all values and must not be changed any more
     * @param charset ISO-8859-1 or UTF-8
     * @param capacity the number of samples expected
     */
    public static SampleBatchBuilder over(byte[] bytes, Charset charset, int capacity) {
        return new SampleBatchBuilder(bytes, charset, false, Math.max(capacity, 1));
    }

    /** A batch that keeps a copy of every value; {@code charset} is ISO-8859-1 or UTF-8. */
    public static SampleBatchBuilder copying(Charset charset) {
        return new SampleBatchBuilder(new byte[4096], charset, true, 128);
    }

    /**
     * A batch whose values stand in an array that is still being written: {@link #build(byte[])}
     * gets it.
     *
     * @param charset ISO-8859-1 or UTF-8
     * @param capacity the number of samples expected
     */
    public static SampleBatchBuilder ahead(Charset charset, int capacity) {
        return new SampleBatchBuilder(NO_BYTES, charset, false, Math.max(capacity, 1));
    }

    /**
     * Adds a sample of a builder made by {@link #ahead}, whose raw value is its text; of UTF-8 or
     * ASCII.
     *
     * @param seconds since 1970-01-01T00:00:00Z
     * @param nanos 0 to 999,999,999
     * @param offset where the text starts in the array that {@link #build(byte[])} will get
     */
    public void add(long seconds, int nanos, Parameter parameter, int offset, int length) {
        add(seconds, nanos, parameter, NO_BYTES, offset, length, offset, length, true);
    }

    /**
     * Adds a sample to the current block.
     *
     * @param seconds since 1970-01-01T00:00:00Z
     * @param nanos 0 to 999,999,999
     * @param from what the offsets refer to: the bytes given to {@link #over}, or any array
     * @param textOffset where the text without the unit starts, within the raw value or right
     *     behind it
     * @param plain true when the text is all ASCII
     */
    public void add(
            long seconds,
            int nanos,
            Parameter parameter,
            byte[] from,
            int rawOffset,
            int rawLength,
            int textOffset,
            int textLength,
            boolean plain) {
        int row = columns.size;
        if (row == columns.seconds.length) {
            grow();
        }
        int shift = 0;
        if (copying) {
            int first = Math.min(rawOffset, textOffset);
            int end = Math.max(rawOffset + rawLength, textOffset + textLength);
            shift = append(from, first, end - first) - first;
        }
        columns.seconds[row] = seconds;
        columns.nanos[row] = nanos;
        columns.parameters[row] = parameter;
        columns.rawOffset[row] = rawOffset + shift;
        columns.rawLength[row] = rawLength;
        columns.textOffset[row] = textOffset + shift;
        columns.textLength[row] = textLength;
        columns.plain &= plain;
        if (columns.ordered) {
            columns.ordered = staysOrdered(row, seconds, nanos, parameter);
        }
        columns.size = row + 1;
    }

    private boolean staysOrdered(int row, long seconds, int nanos, Parameter parameter) {
        int ordinal = parameter.ordinal();
        if (ordinal < 0) {
            return false;
        }
        if (ordinal >= lastRow.length) {
            lastRow = Arrays.copyOf(lastRow, Math.max(ordinal + 1, lastRow.length * 2));
        }
        int start = blocks == 0 ? 0 : blockEnds[blocks - 1];
        int last = lastRow[ordinal];
        if (last > start) {
            return false;
        }
        if (last > 0 && columns.parameters[last - 1] != parameter) {
            // of another table
            return false;
        }
        if (last == 0) {
            if (names == ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, names * 2);
            }
            ordinals[names++] = ordinal;
        }
        lastRow[ordinal] = row + 1;
        return row == start
                || columns.seconds[row - 1] < seconds
                || columns.seconds[row - 1] == seconds && columns.nanos[row - 1] <= nanos;
    }

    /** Ends the current block; a block without a sample leaves no trace. */
    public void endBlock() {
        int start = blocks == 0 ? 0 : blockEnds[blocks - 1];
        if (columns.size > start) {
            if (blocks == blockEnds.length) {
                blockEnds = Arrays.copyOf(blockEnds, Math.max(4, blocks * 2));
            }
            blockEnds[blocks++] = columns.size;
        }
    }

    /** Adds something that could not be read. */
    public void reject(Rejection rejection) {
        if (rejections.isEmpty()) {
            rejections = new ArrayList<>();
        }
        rejections.add(rejection);
    }

    /** See {@link SampleBatch#emptyRun()}. */
    public void emptyRun(int blocksWithoutRecord) {
        emptyRun = blocksWithoutRecord;
    }

    /** What the bytes of names and values are written in. */
    Charset charset() {
        return columns.charset;
    }

    /** The number of samples so far. */
    public int size() {
        return columns.size;
    }

    /** Makes the batch; samples after the last {@link #endBlock()} are a block of their own. */
    public SampleBatch build() {
        endBlock();
        columns.lastRows = columns.ordered ? lastRows() : null;
        return new SampleBatch(
                columns, null, Arrays.copyOf(blockEnds, blocks), List.copyOf(rejections), emptyRun);
    }

    /** Known without a further look, where each name's place in its block was looked up anyway. */
    private int[] lastRows() {
        int[] rows = new int[names];
        for (int i = 0; i < names; i++) {
            rows[i] = lastRow[ordinals[i]] - 1;
        }
        return rows;
    }

    /**
     * Makes the batch of a builder made by {@link #ahead}.
     *
     * @param bytes holds all values and must not be changed any more
     */
    public SampleBatch build(byte[] bytes) {
        columns.bytes = bytes;
        return build();
    }

    private int append(byte[] from, int offset, int length) {
        int at = used;
        if (at + length > columns.bytes.length) {
            columns.bytes =
                    Arrays.copyOf(columns.bytes, Math.max(at + length, columns.bytes.length * 2));
        }
        System.arraycopy(from, offset, columns.bytes, at, length);
        used = at + length;
        return at;
    }

    private void grow() {
        int capacity = columns.seconds.length * 2;
        columns.seconds = Arrays.copyOf(columns.seconds, capacity);
        columns.nanos = Arrays.copyOf(columns.nanos, capacity);
        columns.parameters = Arrays.copyOf(columns.parameters, capacity);
        columns.rawOffset = Arrays.copyOf(columns.rawOffset, capacity);
        columns.rawLength = Arrays.copyOf(columns.rawLength, capacity);
        columns.textOffset = Arrays.copyOf(columns.textOffset, capacity);
        columns.textLength = Arrays.copyOf(columns.textLength, capacity);
    }
}
