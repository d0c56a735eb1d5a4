package io.tcsstamp.decode;

/**
 * The difference TAI - UTC since 1972, from IERS Bulletin C (the last one with a leap second is
 * number 52: 37 s from 2017-01-01); before 1972 the first entry is used, after the last entry the
 * last.
 */
final class LeapSeconds {
    private static final int BEFORE = 10;

    /** Seconds since 1970 of the UTC midnights from which one second more counts. */
    private static final long[] STARTS = {
        78_796_800, // 1972-07-01
        94_694_400, // 1973-01-01
        126_230_400, // 1974-01-01
        157_766_400, // 1975-01-01
        189_302_400, // 1976-01-01
        220_924_800, // 1977-01-01
        252_460_800, // 1978-01-01
        283_996_800, // 1979-01-01
        315_532_800, // 1980-01-01
        362_793_600, // 1981-07-01
        394_329_600, // 1982-07-01
        425_865_600, // 1983-07-01
        489_024_000, // 1985-07-01
        567_993_600, // 1988-01-01
        631_152_000, // 1990-01-01
        662_688_000, // 1991-01-01
        709_948_800, // 1992-07-01
        741_484_800, // 1993-07-01
        773_020_800, // 1994-07-01
        820_454_400, // 1996-01-01
        867_715_200, // 1997-07-01
        915_148_800, // 1999-01-01
        1_136_073_600, // 2006-01-01
        1_230_768_000, // 2009-01-01
        1_341_100_800, // 2012-07-01
        1_435_708_800, // 2015-07-01
        1_483_228_800, // 2017-01-01
    };

    private LeapSeconds() {}

    /**
     * A count of TAI seconds as seconds since 1970 in UTC; a leap second itself is told as the
     * second before it.
     *
     * @param tai TAI seconds since 1970-01-01T00:00:00 TAI
     */
    static long utc(long tai) {
        int i = STARTS.length;
        while (i > 0 && tai < STARTS[i - 1] + BEFORE + i) {
            i--;
        }
        long utc = tai - BEFORE - i;
        return i < STARTS.length && utc >= STARTS[i] ? STARTS[i] - 1 : utc;
    }
}
