package io.tcsstamp.tcs;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads the time of a record, {@code YYYY/MM/DD HH:MM:SS[.f] UTC} with 1 to 6 digits of fraction,
 * years 1 to 9999. Remembers the last second, since many records share it. Not thread-safe.
 */
final class TcsTime {
    /** Up to the seconds. */
    private static final int SECOND_LENGTH = 19;

    /** With the shortest rest, {@code UTC} and the TAB behind it. */
    private static final int LEAST_LENGTH = SECOND_LENGTH + 5;

    private static final int MAX_DIGITS = 6;
    private static final int[] NANOS_PER_DIGIT = {
        0, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000
    };
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final byte[] last = new byte[SECOND_LENGTH];
    private long seconds;
    private int nanos;

    /** Seconds since 1970-01-01T00:00:00Z of the last time read. */
    long seconds() {
        return seconds;
    }

    /** The fraction of the last time read, 0 to 999,999,000. */
    int nanos() {
        return nanos;
    }

    /** Reads a time that a TAB ends; returns the position of the TAB, or -1 where it is wrong. */
    int read(byte[] bytes, int offset) {
        if (bytes.length - offset < LEAST_LENGTH) {
            return -1;
        }
        int secondEnd = offset + SECOND_LENGTH;
        if (!Arrays.equals(bytes, offset, secondEnd, last, 0, SECOND_LENGTH)) {
            if (wrongSecond(bytes, offset) != null) {
                return -1;
            }
            seconds = readSecond(bytes, offset);
            System.arraycopy(bytes, offset, last, 0, SECOND_LENGTH);
        }
        int at = secondEnd;
        int fraction = 0;
        if (bytes[at] == '.') {
            int most = Math.min(bytes.length, at + 1 + MAX_DIGITS);
            int first = ++at;
            for (int digit; at < most && (digit = bytes[at] - '0') >= 0 && digit <= 9; at++) {
                fraction = fraction * 10 + digit;
            }
            if (at == first) {
                return -1;
            }
            fraction *= NANOS_PER_DIGIT[at - first];
        }
        nanos = fraction;
        boolean utc =
                bytes.length - at >= 5
                        && bytes[at] == ' '
                        && bytes[at + 1] == 'U'
                        && bytes[at + 2] == 'T'
                        && bytes[at + 3] == 'C'
                        && bytes[at + 4] == '\t';
        return utc ? at + 4 : -1;
    }

    /** What is wrong with a time that {@link #read} did not take. */
    String wrong(byte[] bytes, int offset, int end) {
        if (end - offset < LEAST_LENGTH - 1) {
            return "the time is not of the form YYYY/MM/DD HH:MM:SS.fff UTC";
        }
        String wrong = wrongSecond(bytes, offset);
        return wrong != null
                ? wrong
                : "the time does not end in a fraction of 1 to 6 digits, or none, and UTC";
    }

    private static String wrongSecond(byte[] bytes, int at) {
        int year = digits(bytes, at, 4);
        int month = digits(bytes, at + 5, 2);
        int day = digits(bytes, at + 8, 2);
        int hour = digits(bytes, at + 11, 2);
        int minute = digits(bytes, at + 14, 2);
        int second = digits(bytes, at + 17, 2);
        if ((year | month | day | hour | minute | second) < 0
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
        return hour > 23 || minute > 59 || second > 59 ? "the time of day does not exist" : null;
    }

    private static long readSecond(byte[] bytes, int at) {
        // once a second at most, so the library's calendar is fast enough
        LocalDate date =
                LocalDate.of(
                        digits(bytes, at, 4), digits(bytes, at + 5, 2), digits(bytes, at + 8, 2));
        return date.toEpochDay() * 86_400L
                + digits(bytes, at + 11, 2) * 3600
                + digits(bytes, at + 14, 2) * 60
                + digits(bytes, at + 17, 2);
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
}
