package io.tcsstamp.stamp;

import io.tcsstamp.telemetry.Parameter;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * Writes samples as STAMP lines in UTF-8: {@code DD.MM.YYYY HH:MM:SS[.mmm]} TAB name TAB {@code
 * 0000} TAB value LF. The third field is a sensor number that STAMP ignores.
 *
 * <p>Remembers the last second written, so it is not thread-safe.
 */
public final class StampFormatter {
    private static final String SENSOR = "\t0000\t";
    private static final int FRACTION_LENGTH = 4;
    private static final int USUAL_LINE_LENGTH = 64;
    private static final int MOST_NAMES = 4096;

    private final boolean fractionalTime;
    private byte[] stamp = "01.01.1970 00:00:00".getBytes(StandardCharsets.UTF_8);
    private long stampSeconds;
    private long stampDay;
    private Parameter[] names = new Parameter[128];
    private byte[][] nameFields = new byte[names.length][];

    /**
     * Creates a formatter.
     *
     * @param fractionalTime true to write milliseconds, cut off and not rounded
     */
    public StampFormatter(boolean fractionalTime) {
        this.fractionalTime = fractionalTime;
    }

    /** The lines of all samples, in their order. */
    public byte[] format(SampleBatch batch) {
        int size = batch.size();
        byte[] lines = new byte[size * USUAL_LINE_LENGTH];
        int at = 0;
        for (int i = 0; i < size; i++) {
            byte[] name = nameField(batch.parameter(i));
            int longest = stamp.length + 16 + name.length + batch.textUtf8Length(i);
            if (lines.length - at < longest) {
                lines = Arrays.copyOf(lines, lines.length + longest + lines.length / 2);
            }
            at = writeTime(batch.seconds(i), batch.nanos(i), lines, at);
            System.arraycopy(name, 0, lines, at, name.length);
            at = batch.writeTextUtf8(i, lines, at + name.length);
            lines[at++] = '\n';
        }
        return at == lines.length ? lines : Arrays.copyOf(lines, at);
    }

    /** What stands between time and value, remembered by the parameter's place in its table. */
    private byte[] nameField(Parameter parameter) {
        int ordinal = parameter.ordinal();
        if (ordinal >= 0 && ordinal < names.length && names[ordinal] == parameter) {
            return nameFields[ordinal];
        }
        byte[] field = ('\t' + parameter.name() + SENSOR).getBytes(StandardCharsets.UTF_8);
        if (ordinal >= 0 && ordinal < MOST_NAMES) {
            if (ordinal >= names.length) {
                names = Arrays.copyOf(names, Math.max(ordinal + 1, names.length * 2));
                nameFields = Arrays.copyOf(nameFields, names.length);
            }
            names[ordinal] = parameter;
            nameFields[ordinal] = field;
        }
        return field;
    }

    private int writeTime(long seconds, int nanos, byte[] to, int position) {
        int at = position;
        if (seconds != stampSeconds) {
            moveTo(seconds);
        }
        System.arraycopy(stamp, 0, to, at, stamp.length);
        at += stamp.length;
        if (fractionalTime) {
            int millis = nanos / 1_000_000;
            to[at] = '.';
            to[at + 1] = (byte) ('0' + millis / 100);
            to[at + 2] = (byte) ('0' + millis / 10 % 10);
            to[at + 3] = (byte) ('0' + millis % 10);
            at += FRACTION_LENGTH;
        }
        return at;
    }

    private void moveTo(long seconds) {
        long day = Math.floorDiv(seconds, 86_400L);
        if (day != stampDay) {
            LocalDate date = LocalDate.ofEpochDay(day);
            stamp =
                    String.format(
                                    Locale.ROOT,
                                    "%02d.%02d.%04d 00:00:00",
                                    date.getDayOfMonth(),
                                    date.getMonthValue(),
                                    date.getYear())
                            .getBytes(StandardCharsets.UTF_8);
            stampDay = day;
        }
        int ofDay = (int) (seconds - day * 86_400L);
        int at = stamp.length - 8;
        twoDigits(ofDay / 3600, at);
        twoDigits(ofDay / 60 % 60, at + 3);
        twoDigits(ofDay % 60, at + 6);
        stampSeconds = seconds;
    }

    private void twoDigits(int value, int at) {
        stamp[at] = (byte) ('0' + value / 10);
        stamp[at + 1] = (byte) ('0' + value % 10);
    }
}
