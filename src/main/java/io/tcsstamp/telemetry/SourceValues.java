package io.tcsstamp.telemetry;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The latest values of one source: of each batch what stands last of each name. Thread-safe. */
public final class SourceValues {
    private final String source;
    private final LatestValues values;
    private final Map<String, Row> rows = new HashMap<>();

    /** The rows by the ordinals of their parameters; a place may belong to another one by now. */
    private Row[] listed = new Row[128];

    private int round;

    SourceValues(String source, LatestValues values) {
        this.source = source;
        this.values = values;
    }

    /** Takes a batch; what is looked at is that of each parameter that stands last in it. */
    public synchronized void add(SampleBatch batch) {
        long now = values.now();
        round++;
        int[] last = batch.lastRows();
        if (last != null) {
            for (int r : last) {
                take(batch.columns(), r, now);
            }
            return;
        }
        for (int i = batch.size() - 1; i >= 0; i--) {
            take(batch.columns(), batch.row(i), now);
        }
    }

    private void take(SampleBatch.Columns columns, int r, long now) {
        Parameter parameter = columns.parameters[r];
        int ordinal = parameter.ordinal();
        Row row = ordinal >= 0 && ordinal < listed.length ? listed[ordinal] : null;
        if (row == null || row.parameter != parameter) {
            row = find(parameter);
            if (row == null) {
                return;
            }
        }
        // parameters of several tables may have one name
        if (row.round != round || row.taken < r) {
            row.round = round;
            row.taken = r;
            row.set(columns, r, now);
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
        long now = values.now();
        List<LatestValue> copies = new ArrayList<>(rows.size());
        for (Row row : rows.values()) {
            copies.add(row.copy(source, now));
        }
        return copies;
    }

    synchronized void forgetStale() {
        long now = values.now();
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
        private int taken;
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
