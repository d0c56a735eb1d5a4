package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;

/**
 * Samples as compact bytes and back, for keeping them in a file. Times, names, raw values, texts
 * and blocks come back as they were; rejections and the count of empty blocks are left out, and
 * parameters come back {@linkplain Parameter#UNLISTED unlisted}. Stateless and thread-safe.
 *
 * <p>Version 1: a byte for the version, the CRC-32 of what follows, a byte for the charset (0
 * ISO-8859-1, 1 UTF-8), the names, the sizes of the blocks, and the samples. Numbers are
 * {@linkplain VarInts variable-length}; a sample is its name's place, seconds since the one before,
 * nanoseconds, the lengths of raw value and text, where the text starts from the start of the raw
 * value, and the bytes of both.
 */
public final class SampleBatchCodec {
    static final int VERSION = 1;

    /** Where the checksum ends and what it is made of starts. */
    static final int HEADER = 5;

    private static final int LEAST_SAMPLE_BYTES = 6;
    private static final int LEAST_NAME_BYTES = 2;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private SampleBatchCodec() {}

    /** The bytes of all samples of a batch. */
    public static byte[] encode(SampleBatch batch) {
        SampleBatch.Columns columns = batch.columns();
        VarInts.Writer to = new VarInts.Writer(64 + batch.size() * 32);
        to.skip(HEADER);
        to.number(columns.charset == ISO_8859_1 ? 0 : 1);
        Map<Parameter, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            places.putIfAbsent(batch.parameter(i), places.size());
        }
        to.number(places.size());
        for (Parameter parameter : places.keySet()) {
            byte[] name = new byte[parameter.utf8Length()];
            parameter.writeUtf8(name, 0);
            to.number(name.length);
            to.bytes(name, 0, name.length);
        }
        to.number(batch.size());
        to.number(batch.blockCount());
        for (int block = 0; block < batch.blockCount(); block++) {
            to.number(batch.blockEnd(block) - batch.blockStart(block));
        }
        long before = 0;
        for (int i = 0; i < batch.size(); i++) {
            int row = batch.row(i);
            to.number(places.get(columns.parameters[row]));
            to.signed(columns.seconds[row] - before);
            before = columns.seconds[row];
            to.number(columns.nanos[row]);
            to.number(columns.rawLength[row]);
            to.number(columns.textLength[row]);
            to.signed(columns.textOffset[row] - columns.rawOffset[row]);
            to.bytes(columns.bytes, columns.start(row), columns.end(row) - columns.start(row));
        }
        return to.sealed(VERSION);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param bytes referred to by the batch, so not to be changed afterwards
     * @throws DataFormatException if the bytes are not such, are damaged, or hold what no parser
     *     lets through; says what is wrong. What is allocated until then is bounded by their
     *     length.
     */
    public static SampleBatch decode(byte[] bytes) throws DataFormatException {
        if (bytes.length < HEADER) {
            throw new DataFormatException("too short: " + bytes.length + " bytes");
        }
        if (bytes[0] != VERSION) {
            throw new DataFormatException("version " + bytes[0] + ", not " + VERSION);
        }
        if (!VarInts.isSealed(bytes)) {
            throw new DataFormatException("the checksum is wrong");
        }
        VarInts.Reader from = new VarInts.Reader(bytes, HEADER);
        Charset charset = from.number(1) == 0 ? ISO_8859_1 : UTF_8;
        Parameter[] parameters = parameters(from);
        int size = from.number(from.remaining() / LEAST_SAMPLE_BYTES);
        int[] blocks = blocks(from, size);
        SampleBatchBuilder batch = SampleBatchBuilder.over(bytes, charset, size);
        SampleReader samples = new SampleReader(from, bytes, charset, parameters);
        for (int block : blocks) {
            for (int i = 0; i < block; i++) {
                samples.next(batch);
            }
            batch.endBlock();
        }
        if (from.remaining() > 0) {
            throw new DataFormatException(from.remaining() + " bytes too many");
        }
        return batch.build();
    }

    private static Parameter[] parameters(VarInts.Reader from) throws DataFormatException {
        Parameter[] parameters = new Parameter[from.number(from.remaining() / LEAST_NAME_BYTES)];
        for (int i = 0; i < parameters.length; i++) {
            int length = from.number(from.remaining());
            String name = from.text(from.skip(length), length, UTF_8);
            if (name.isEmpty()) {
                throw new DataFormatException("an empty name");
            }
            parameters[i] = new Parameter(name, Parameter.UNLISTED);
        }
        return parameters;
    }

    private static int[] blocks(VarInts.Reader from, int size) throws DataFormatException {
        int[] blocks = new int[from.number(size)];
        int sum = 0;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = from.number(size - sum);
            if (blocks[i] == 0) {
                throw new DataFormatException("an empty block");
            }
            sum += blocks[i];
        }
        if (sum != size) {
            throw new DataFormatException(size + " samples, but " + sum + " in blocks");
        }
        return blocks;
    }

    /** Reads one sample after the other. */
    private static final class SampleReader {
        private final VarInts.Reader from;
        private final byte[] bytes;
        private final Charset charset;
        private final Parameter[] parameters;
        private long seconds;

        SampleReader(VarInts.Reader from, byte[] bytes, Charset charset, Parameter[] parameters) {
            this.from = from;
            this.bytes = bytes;
            this.charset = charset;
            this.parameters = parameters;
        }

        void next(SampleBatchBuilder batch) throws DataFormatException {
            Parameter parameter = parameters[from.number(parameters.length - 1)];
            seconds += from.signed();
            if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
                throw new DataFormatException("a time that does not exist");
            }
            int nanos = from.number(NANOS_PER_SECOND - 1);
            int rawLength = from.number(from.remaining());
            int textLength = from.number(from.remaining());
            long distance = from.signed();
            if (distance < -from.remaining() || distance > from.remaining()) {
                throw new DataFormatException("a text far from its raw value");
            }
            int rawStart = (int) Math.max(0, -distance);
            int textStart = (int) Math.max(0, distance);
            // all four are at most what remains, so the sums are right as long
            long length = Math.max((long) rawStart + rawLength, (long) textStart + textLength);
            int start = from.skip(length);
            from.text(start + rawStart, rawLength, charset);
            from.text(start + textStart, textLength, charset);
            batch.add(
                    seconds,
                    nanos,
                    parameter,
                    bytes,
                    start + rawStart,
                    rawLength,
                    start + textStart,
                    textLength,
                    charset == UTF_8 || isAscii(start + textStart, textLength));
        }

        private boolean isAscii(int start, int length) {
            for (int i = start; i < start + length; i++) {
                if (bytes[i] < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
