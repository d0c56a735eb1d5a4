package io.tcsstamp.stamp;

import io.tcsstamp.telemetry.Parameter;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Writes samples as STAMP lines in UTF-8: {@code DD.MM.YYYY HH:MM:SS[.mmm]} TAB name TAB {@code
 * 0000} TAB value LF. The third field is a sensor number that STAMP ignores.
 *
 * <p>Remembers the last second written, so it is not thread-safe.
 */
public final class StampFormatter {
    private static final byte[] SENSOR = {'\t', '0', '0', '0', '0', '\t'};
    private static final int FRACTION_LENGTH = 4;

    private final boolean fractionalTime;
    private byte[] stamp = "01.01.1970 00:00:00".getBytes(StandardCharsets.UTF_8);
    private long stampSeconds;
    private long stampDay;

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
        byte[] lines = new byte[length(batch)];
        int at = 0;
        for (int i = 0; i < size; i++) {
            at = writeTime(batch.seconds(i), batch.nanos(i), lines, at);
            at = batch.parameter(i).writeUtf8(lines, at);
            System.arraycopy(SENSOR, 0, lines, at, SENSOR.length);
            at = batch.writeTextUtf8(i, lines, at + SENSOR.length);
            lines[at++] = '\n';
        }
        return lines;
    }

    private int length(SampleBatch batch) {
        long length = 0;
        int fixed = 1 + (fractionalTime ? FRACTION_LENGTH : 0) + SENSOR.length + 1;
        for (int i = 0; i < batch.size(); i++) {
            Parameter parameter = batch.parameter(i);
            length +=
                    fixed
                            + timeLength(batch.seconds(i))
                            + parameter.utf8Length()
                            + batch.textUtf8Length(i);
        }
        return Math.toIntExact(length);
    }

    private int timeLength(long seconds) {
        if (seconds != stampSeconds) {
            moveTo(seconds);
        }
        return stamp.length;
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
        to[at] = '\t';
        return at + 1;
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
