package io.tcsstamp.telemetry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of the latest sample of each name since the last emission (clear) or since start
 * (no-clear), of one source.
 *
 * <p>Every record taken in is counted once: {@code taken = forwarded + superseded + pending +
 * rejected}. Thread-safe.
 */
public final class Housekeeping {
    private final HousekeepingOptions options;
    private final Map<Parameter, Row> table = new LinkedHashMap<>();
    private final Comparator<Row> order;
    private Charset charset;
    private boolean mixed;
    private long bytes;
    private long pending;
    private long forwarded;
    private long superseded;
    private long repeated;

    /** Creates an empty table. */
    public Housekeeping(HousekeepingOptions options) {
        this.options = options;
        this.order =
                options.order() == EmissionOrder.NAME
                        ? Comparator.comparing(row -> row.parameter.name())
                        : options.fractionalTime()
                                ? Comparator.<Row>comparingLong(row -> row.seconds)
                                        .thenComparingInt(row -> row.nanos / 1_000_000)
                                : Comparator.comparingLong(row -> row.seconds);
    }

    /**
     * Emits every block of a batch by itself: rate 0. Where nothing is to be sorted, replaced or
     * repeated this is the same batch.
     */
    public synchronized SampleBatch emitEachBlock(SampleBatch batch) {
        if (options.clear() && options.order() == EmissionOrder.TIME && batch.ordered()) {
            forwarded += batch.size();
            return batch;
        }
        noteCharset(batch.charset());
        SampleBatchBuilder builder = SampleBatchBuilder.copying(emitted());
        for (int block = 0; block < batch.blockCount(); block++) {
            add(batch, batch.blockStart(block), batch.blockEnd(block), builder);
            emitTo(builder);
        }
        return builder.build();
    }

    /**
     * Lets a batch pass by the table, which stays as it is: for samples that are older than those
     * in it.
     */
    public synchronized void pass(SampleBatch batch) {
        forwarded += batch.size();
    }

    /**
     * Takes all samples of a batch into the table.
     *
     * @return an empty batch with what the table had no room for, as rejections
     */
    public synchronized SampleBatch add(SampleBatch batch) {
        SampleBatchBuilder overflow = SampleBatchBuilder.copying(batch.charset());
        add(batch, 0, batch.size(), overflow);
        return overflow.build();
    }

    /**
     * Takes out what is to be sent now: in the clear mode all that came since the last emission, in
     * the no-clear mode the whole table. Empty when nothing came since the last emission.
     */
    public synchronized SampleBatch emit() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(emitted());
        emitTo(builder);
        return builder.build();
    }

    /**
     * What the next emission will send for the first time, in the order of the table. The table
     * stays as it is.
     *
     * @param blocks in how many blocks, as far as there are samples for them
     */
    public synchronized SampleBatch pendingSamples(int blocks) {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(emitted());
        for (Row row : table.values()) {
            if (row.fresh) {
                addTo(builder, row);
                if (builder.size() < blocks) {
                    builder.endBlock();
                }
            }
        }
        return builder.build();
    }

    private void add(SampleBatch batch, int from, int to, SampleBatchBuilder overflow) {
        SampleBatch.Columns columns = batch.columns();
        noteCharset(columns.charset);
        for (int i = from; i < to; i++) {
            int r = batch.row(i);
            Parameter parameter = columns.parameters[r];
            Row row = table.get(parameter);
            int known = row == null ? 0 : row.length;
            int length = columns.end(r) - columns.start(r);
            int name = row == null ? parameter.utf8Length() : 0;
            if (row == null && table.size() == options.maxNames()
                    || bytes - known + length + name > options.maxBytes()) {
                overflow.reject(overflowing(columns, r));
                continue;
            }
            if (row == null) {
                row = new Row(parameter);
                table.put(parameter, row);
            } else if (row.fresh) {
                superseded++;
                pending--;
            }
            bytes += length - known + name;
            pending++;
            row.set(columns, r);
        }
    }

    private void noteCharset(Charset incoming) {
        mixed |= charset != null && charset != incoming;
        charset = incoming;
    }

    private Charset emitted() {
        return mixed || charset == null ? StandardCharsets.UTF_8 : charset;
    }

    private Rejection overflowing(SampleBatch.Columns columns, int row) {
        String raw =
                new String(
                        columns.bytes,
                        columns.rawOffset[row],
                        columns.rawLength[row],
                        columns.charset);
        String record =
                Instant.ofEpochSecond(columns.seconds[row], columns.nanos[row])
                        + "\t"
                        + columns.parameters[row].name()
                        + '\t'
                        + raw;
        return Rejection.because(
                "no-room",
                record.getBytes(StandardCharsets.UTF_8),
                "no room in the housekeeping table: it takes "
                        + options.maxNames()
                        + " names and "
                        + options.maxBytes()
                        + " bytes",
                false);
    }

    private void emitTo(SampleBatchBuilder builder) {
        if (pending == 0) {
            return;
        }
        List<Row> rows = new ArrayList<>(table.values());
        rows.sort(order);
        for (Row row : rows) {
            addTo(builder, row);
            if (!row.fresh) {
                repeated++;
            }
            row.fresh = false;
        }
        builder.endBlock();
        forwarded += pending;
        pending = 0;
        if (options.clear()) {
            table.clear();
            bytes = 0;
        }
    }

    private void addTo(SampleBatchBuilder builder, Row row) {
        int before = row.length;
        row.addTo(builder);
        bytes += row.length - before;
    }

    /** Samples emitted for the first time. */
    public synchronized long forwarded() {
        return forwarded;
    }

    /** Samples replaced by a later one of their name before they were emitted. */
    public synchronized long superseded() {
        return superseded;
    }

    /** Samples that wait for the next emission. */
    public synchronized long pending() {
        return pending;
    }

    /** Samples emitted again unchanged, in the no-clear mode. */
    public synchronized long repeated() {
        return repeated;
    }

    /** The latest sample of one parameter. */
    private static final class Row {
        private final Parameter parameter;
        private long seconds;
        private int nanos;
        private byte[] values = {};
        private int length;
        private int rawOffset;
        private int rawLength;
        private int textOffset;
        private int textLength;
        private Charset charset;
        private boolean plain;
        private boolean fresh;

        Row(Parameter parameter) {
            this.parameter = parameter;
        }

        void set(SampleBatch.Columns columns, int row) {
            seconds = columns.seconds[row];
            nanos = columns.nanos[row];
            int start = columns.start(row);
            length = columns.end(row) - start;
            if (values.length < length || values.length > 1024 && values.length > length * 2) {
                values = new byte[length];
            }
            System.arraycopy(columns.bytes, start, values, 0, length);
            rawOffset = columns.rawOffset[row] - start;
            rawLength = columns.rawLength[row];
            textOffset = columns.textOffset[row] - start;
            textLength = columns.textLength[row];
            charset = columns.charset;
            plain = columns.plain;
            fresh = true;
        }

        /** For tables that batches of several kinds of source share. */
        private void convertTo(Charset other) {
            byte[] raw = new String(values, rawOffset, rawLength, charset).getBytes(other);
            byte[] text = new String(values, textOffset, textLength, charset).getBytes(other);
            values = Arrays.copyOf(raw, raw.length + text.length);
            System.arraycopy(text, 0, values, raw.length, text.length);
            rawOffset = 0;
            rawLength = raw.length;
            textOffset = raw.length;
            textLength = text.length;
            length = values.length;
            charset = other;
            plain = true;
        }

        void addTo(SampleBatchBuilder builder) {
            if (charset != builder.charset()) {
                convertTo(builder.charset());
            }
            builder.add(
                    seconds,
                    nanos,
                    parameter,
                    values,
                    rawOffset,
                    rawLength,
                    textOffset,
                    textLength,
                    plain);
        }
    }
}
