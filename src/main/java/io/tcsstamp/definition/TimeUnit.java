package io.tcsstamp.definition;

/** The unit that a time counts in. XTCE: Encoding, units. */
public enum TimeUnit {
    /** SI seconds. */
    SECONDS("seconds", 1),
    /** 10^-12 seconds. */
    PICOSECONDS("picoSeconds", 1e-12),
    /** 86,400 seconds. */
    DAYS("days", 86_400),
    /** A twelfth of {@link #YEARS}. */
    MONTHS("months", 2_629_746),
    /** The mean Gregorian year, 365.2425 days. */
    YEARS("years", 31_556_952);

    private final String xtce;
    private final double seconds;

    TimeUnit(String xtce, double seconds) {
        this.xtce = xtce;
        this.seconds = seconds;
    }

    /** As XTCE writes it. */
    public String xtce() {
        return xtce;
    }

    /** Its length in seconds. */
    public double seconds() {
        return seconds;
    }
}
