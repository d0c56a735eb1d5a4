package io.tcsstamp.tcs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the time of a record, {@code YYYY/MM/DD HH:MM:SS[.f] UTC} with 1 to 6 digits of fraction,
 * years 1 to 9999. Remembers the last second, since many records share it. Not thread-safe.
 */
final class TcsTime {
    /** Up to the seconds. */
    private static final int SECOND_LENGTH = 19;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int[] NANOS_PER_DIGIT = {
        0, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000
    };
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private long seconds;
    private int nanos;

    private long first;
    private long second;
    private long third;
    private long lastSeconds;

    /** Seconds since 1970-01-01T00:00:00Z of the last time read. */
    long seconds() {
        return seconds;
    }

    /** The fraction of the last time read, 0 to 999,999,000. */
    int nanos() {
        return nanos;
    }

    /** Reads a time; null where it is right, else what is wrong with it. */
    String read(byte[] bytes, int offset, int length) {
        if (length < SECOND_LENGTH + 4) {
            return "the time is not of the form YYYY/MM/DD HH:MM:SS.fff UTC";
        }
        long a = (long) LONGS.get(bytes, offset);
        long b = (long) LONGS.get(bytes, offset + 8);
        long c = (long) LONGS.get(bytes, offset + SECOND_LENGTH - 8);
        if (a != first || b != second || c != third) {
            String wrong = readSecond(bytes, offset);
            if (wrong != null) {
                return wrong;
            }
            first = a;
            second = b;
            third = c;
            lastSeconds = seconds;
        }
        seconds = lastSeconds;
        return readFraction(bytes, offset + SECOND_LENGTH, offset + length);
    }

    private String readFraction(byte[] bytes, int from, int end) {
        int at = from;
        int fraction = 0;
        if (bytes[at] == '.') {
            int digit;
            while (++at < end && (digit = bytes[at] - '0') >= 0 && digit <= 9 && at - from <= 6) {
                fraction = fraction * 10 + digit;
            }
            int digits = at - from - 1;
            if (digits == 0) {
                return "the time's fraction has no digit";
            }
            fraction *= NANOS_PER_DIGIT[digits];
        }
        nanos = fraction;
        if (end - at != 4
                || bytes[at] != ' '
                || bytes[at + 1] != 'U'
                || bytes[at + 2] != 'T'
                || bytes[at + 3] != 'C') {
            return "the time does not end in 1 to 6 digits of fraction and UTC";
        }
        return null;
    }

    private String readSecond(byte[] bytes, int at) {
        int year = digits(bytes, at, 4);
        int month = digits(bytes, at + 5, 2);
        int day = digits(bytes, at + 8, 2);
        int hour = digits(bytes, at + 11, 2);
        int minute = digits(bytes, at + 14, 2);
        int sec = digits(bytes, at + 17, 2);
        if ((year | month | day | hour | minute | sec) < 0
                || bytes[at + 4] != '/'
                || bytes[at + 7] != '/'
                || bytes[at + 10] != ' '
                || bytes[at + 13] != ':'
                || bytes[at + 16] != ':') {
            return "the time is not of the form YYYY/MM/DD HH:MM:SS.fff UTC";
        }
        if (year == 0 || month == 0 || month > 12 || day == 0 || day > daysIn(year, month)) {
            return "the date does not exist";
        }
        if (hour > 23 || minute > 59 || sec > 59) {
            return "the time of day does not exist";
        }
        seconds = daysSinceEpoch(year, month, day) * 86_400L + hour * 3600 + minute * 60 + sec;
        return null;
    }

    private static int digits(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int daysIn(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static long daysSinceEpoch(int year, int month, int day) {
        // once a second at most, so the library's calendar is fast enough
        return java.time.LocalDate.of(year, month, day).toEpochDay();
    }
}
