package io.tcsstamp.camel;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/** What came of the lines of one file of the quarantine. Not thread-safe. */
final class ReplayReport {
    private static final int MOST_NUMBERS = 10;

    private final Map<ReplaySkip, Long> skipped = new EnumMap<>(ReplaySkip.class);
    private final Map<ReplaySkip, StringBuilder> numbers = new EnumMap<>(ReplaySkip.class);
    private long read;
    private long replayed;
    private long rejected;
    private long kept;

    /** A line was read. */
    void read() {
        read++;
    }

    /** Lines are not replayed. */
    void skipped(ReplaySkip why, long number) {
        long count = skipped.merge(why, 1L, Long::sum);
        kept += why.isKept() ? 1 : 0;
        StringBuilder text = numbers.computeIfAbsent(why, key -> new StringBuilder());
        if (count <= MOST_NUMBERS) {
            text.append(count == 1 ? "" : ", ").append(number);
        } else if (count == MOST_NUMBERS + 1) {
            text.append(", ...");
        }
    }

    /** Lines went through their route. */
    void replayed(long lines, long failedAgain) {
        replayed += lines;
        rejected += failedAgain;
    }

    long lines() {
        return read;
    }

    long replayed() {
        return replayed;
    }

    /** How many lines are to stay in quarantine. */
    long kept() {
        return kept;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        text.add(read + " read");
        text.add(
                replayed + " replayed" + (rejected == 0 ? "" : " (" + rejected + " failed again)"));
        skipped.forEach(
                (why, count) ->
                        text.add(
                                count
                                        + " skipped: "
                                        + why.text()
                                        + " (line "
                                        + numbers.get(why)
                                        + ")"));
        return text.toString();
    }
}
