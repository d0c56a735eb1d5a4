package io.tcsstamp.definition.xtce.schema;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations as XML Schema 1.0 part 2 writes them. */
final class TimeValues {
    private static final int LONGEST = 100;
    private static final String DATE = "-?+([0-9]{4,}+)-([0-9]{2})-([0-9]{2})";
    private static final String TIME = "T([0-9]{2}):([0-9]{2}):([0-9]{2})(\\.[0-9]++)?+";
    private static final String ZONE = "(?:Z|[+-]([0-9]{2}):([0-9]{2}))?+";
    private static final Pattern DATE_VALUE = Pattern.compile(DATE + ZONE);
    private static final Pattern DATE_TIME_VALUE = Pattern.compile(DATE + TIME + ZONE);
    private static final Pattern DURATION =
            Pattern.compile(
                    "-?+P(?=[0-9T])([0-9]++Y)?+([0-9]++M)?+([0-9]++D)?+"
                            + "(T(?=[0-9])([0-9]++H)?+([0-9]++M)?+([0-9]++(\\.[0-9]++)?+S)?+)?+");

    private TimeValues() {}

    static boolean isDuration(String value) {
        return value.length() <= LONGEST && DURATION.matcher(value).matches();
    }

    static boolean isDate(String value) {
        Matcher date = DATE_VALUE.matcher(value);
        return value.length() <= LONGEST && date.matches() && isDay(date) && isZone(date, 4);
    }

    static boolean isDateTime(String value) {
        Matcher time = DATE_TIME_VALUE.matcher(value);
        return value.length() <= LONGEST
                && time.matches()
                && isDay(time)
                && isTime(time)
                && isZone(time, 8);
    }

    private static boolean isDay(Matcher date) {
        BigInteger year = new BigInteger(date.group(1));
        int month = Integer.parseInt(date.group(2));
        int day = Integer.parseInt(date.group(3));
        if (year.signum() == 0
                || date.group(1).length() > 4 && date.group(1).charAt(0) == '0'
                || month < 1
                || month > 12) {
            return false;
        }
        // leap years repeat after 400 years
        int alike = 2000 + year.mod(BigInteger.valueOf(400)).intValue();
        return day >= 1 && day <= YearMonth.of(alike, month).lengthOfMonth();
    }

    private static boolean isTime(Matcher time) {
        int hour = Integer.parseInt(time.group(4));
        int minute = Integer.parseInt(time.group(5));
        int second = Integer.parseInt(time.group(6));
        boolean fraction = time.group(7) != null && !time.group(7).matches("\\.0++");
        boolean midnight = hour == 24 && minute == 0 && second == 0 && !fraction;
        return midnight || hour < 24 && minute < 60 && second < 60;
    }

    private static boolean isZone(Matcher value, int group) {
        if (value.group(group) == null) {
            return true;
        }
        int hours = Integer.parseInt(value.group(group));
        int minutes = Integer.parseInt(value.group(group + 1));
        return hours < 14 && minutes < 60 || hours == 14 && minutes == 0;
    }
}
