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
 * The latest values of one source. A batch is looked through backwards, so that of the many values
 * of a parameter one is copied. Thread-safe.
 */
public final class SourceValues {
    private final String source;
    private final LatestValues values;
    private final Map<String, Row> rows = new HashMap<>();

    /** The rows by the ordinals of their parameters; a place may belong to another one by now. */
    private Row[] listed = new Row[128];

    /** The parameters of the batch that is looked through that were met already, by ordinal. */
    private Parameter[] met = new Parameter[128];

    private int[] metOrdinals = new int[128];
    private int metCount;
    private int round;

    SourceValues(String source, LatestValues values) {
        this.source = source;
        this.values = values;
    }

    /** Takes a batch; what is looked at is that of each parameter that stands last in it. */
    public synchronized void add(SampleBatch batch) {
        int size = batch.size();
        if (size == 0) {
            return;
        }
        long now = values.now();
        round++;
        SampleBatch.Columns columns = batch.columns();
        Parameter[] parameters = columns.parameters;
        for (int i = size - 1; i >= 0; i--) {
            int r = batch.row(i);
            Parameter parameter = parameters[r];
            int ordinal = parameter.ordinal();
            // what most values are: an earlier one of a name that was met
            if (ordinal < 0 || ordinal >= met.length || met[ordinal] != parameter) {
                take(columns, r, now);
            }
        }
        while (metCount > 0) {
            met[metOrdinals[--metCount]] = null;
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
        // another table's parameter of that name may have been met
        if (row.round != round) {
            row.round = round;
            row.set(columns, r, now);
        }
        if (ordinal >= 0 && met[ordinal] == null) {
            met[ordinal] = parameter;
            metOrdinals[metCount++] = ordinal;
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
                int length = Math.max(ordinal + 1, listed.length * 2);
                listed = Arrays.copyOf(listed, length);
                met = Arrays.copyOf(met, length);
                metOrdinals = Arrays.copyOf(metOrdinals, length);
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
