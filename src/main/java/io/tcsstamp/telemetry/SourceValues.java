package io.tcsstamp.telemetry;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The latest values of one source. Batches that come fast are kept for a moment as they are and
 * looked through backwards together, so that of the many values of a parameter one is copied.
 * Thread-safe.
 */
public final class SourceValues {
    private static final int MOST_BATCHES = 8;
    private static final int MOST_SAMPLES = 8192;
    private static final int MOST_BYTES = 512 << 10;
    private static final long LONGEST_NANOS = 200_000_000;

    private final String source;
    private final LatestValues values;
    private final Map<String, Row> rows = new HashMap<>();

    /** The rows by the ordinals of their parameters; a place may belong to another one by now. */
    private Row[] listed = new Row[128];

    private final SampleBatch[] waiting = new SampleBatch[MOST_BATCHES];
    private final long[] came = new long[MOST_BATCHES];
    private int batches;
    private int samples;
    private int bytes;
    private int round;

    SourceValues(String source, LatestValues values) {
        this.source = source;
        this.values = values;
    }

    /** Takes a batch; what is looked at is that of each parameter that stands last in it. */
    public synchronized void add(SampleBatch batch) {
        if (batch.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        waiting[batches] = batch;
        came[batches++] = now;
        samples += batch.size();
        bytes += batch.columns().bytes.length;
        if (batches == MOST_BATCHES
                || samples > MOST_SAMPLES
                || bytes > MOST_BYTES
                || now - came[0] > LONGEST_NANOS) {
            lookThrough();
        }
    }

    private void lookThrough() {
        round++;
        while (batches > 0) {
            batches--;
            lookThrough(waiting[batches], came[batches]);
            waiting[batches] = null;
        }
        samples = 0;
        bytes = 0;
    }

    private void lookThrough(SampleBatch batch, long cameAt) {
        SampleBatch.Columns columns = batch.columns();
        Parameter[] parameters = columns.parameters;
        for (int i = batch.size() - 1; i >= 0; i--) {
            int r = batch.row(i);
            Parameter parameter = parameters[r];
            int ordinal = parameter.ordinal();
            Row row = ordinal >= 0 && ordinal < listed.length ? listed[ordinal] : null;
            if (row == null || row.parameter != parameter) {
                row = find(parameter);
                if (row == null) {
                    continue;
                }
            }
            if (row.round != round) {
                row.round = round;
                row.set(columns, r, cameAt);
            }
        }
    }

    /** Names of several tables may have the same ordinal, and a name may be of several tables. */
    private Row find(Parameter parameter) {
        Row row = rows.get(parameter.name());
        if (row == null) {
            if (!values.take(parameter)) {
                return null;
            }
            row = new Row(round - 1);
            rows.put(parameter.name(), row);
        }
        row.parameter = parameter;
        int ordinal = parameter.ordinal();
        if (ordinal >= 0) {
            if (ordinal >= listed.length) {
                listed = Arrays.copyOf(listed, Math.max(ordinal + 1, listed.length * 2));
            }
            listed[ordinal] = row;
        }
        return row;
    }

    /** Those that are not stale. */
    List<LatestValue> values() {
        forgetStale();
        return copies();
    }

    private synchronized List<LatestValue> copies() {
        long now = System.nanoTime();
        List<LatestValue> copies = new ArrayList<>(rows.size());
        for (Row row : rows.values()) {
            copies.add(row.copy(source, now));
        }
        return copies;
    }

    synchronized void forgetStale() {
        lookThrough();
        long now = System.nanoTime();
        int before = rows.size();
        for (Iterator<Row> all = rows.values().iterator(); all.hasNext(); ) {
            Row row = all.next();
            if (now - row.came > values.staleNanos()) {
                all.remove();
                forget(row);
            }
        }
        values.give(before - rows.size());
    }

    private void forget(Row row) {
        int ordinal = row.parameter.ordinal();
        if (ordinal >= 0 && listed[ordinal] == row) {
            listed[ordinal] = null;
        }
        // where it stands under another ordinal it must not be found
        row.parameter = null;
    }

    /** The latest value of one parameter. */
    private static final class Row {
        /** Of longer values the text alone is kept, and of it the start. */
        private static final int MOST_BYTES = 128;

        private Parameter parameter;
        private int round;
        private long came;
        private long seconds;
        private int nanos;
        private Charset charset;
        private byte[] bytes = {};
        private int length;
        private int textOffset;
        private int textLength;
        private boolean cut;

        Row(int round) {
            this.round = round;
        }

        void set(SampleBatch.Columns columns, int row, long cameAt) {
            came = cameAt;
            seconds = columns.seconds[row];
            nanos = columns.nanos[row];
            charset = columns.charset;
            int start = columns.rawOffset[row];
            int end = start + columns.rawLength[row];
            int text = columns.textOffset[row];
            textLength = columns.textLength[row];
            if (text < start || text + textLength > end || end - start > MOST_BYTES) {
                start = text;
                end = text + textLength;
            }
            length = Math.min(end - start, MOST_BYTES);
            cut = textLength > length;
            textLength = Math.min(textLength, length);
            textOffset = text - start;
            if (bytes.length < length) {
                bytes = new byte[length];
            }
            Utf8.copy(columns.bytes, start, length, bytes, 0);
        }

        LatestValue copy(String source, long now) {
            return new LatestValue(
                    source,
                    parameter,
                    Duration.ofNanos(Math.max(0, now - came)),
                    seconds,
                    nanos,
                    charset,
                    Arrays.copyOf(bytes, length),
                    textOffset,
                    textLength,
                    cut);
        }
    }
}
