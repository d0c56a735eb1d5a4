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
    private long sent;
    private long rejected;
    private String again = "";
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

    /**
     * Lines went through their route.
     *
     * @param values so many values of them are sent
     * @param failedAgain so much of them could not be read again
     */
    void replayed(long lines, long values, long failedAgain) {
        replayed += lines;
        sent += values;
        rejected += failedAgain;
    }

    /** The name of the file that has what failed again; empty where there is none. */
    void failedAgainIn(String file) {
        again = file;
    }

    /** How many lines went through their route. */
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
        text.add(read + " read: " + sent + (sent == 1 ? " value sent" : " values sent"));
        if (rejected > 0) {
            text.add(rejected + " failed again" + (again.isEmpty() ? "" : " (in " + again + ")"));
        }
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
