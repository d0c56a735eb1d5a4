package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says of numbered lines, as they arrive over one connection after the other, what is lost, what is
 * out of order, what came more than once. The rules: within a connection each number is the next
 * one; a connection begins at a number that has come before or at the next new one; what comes for
 * the first time comes in order. Numbers that are left out make a gap. Thread-safe.
 */
final class LineLedger {
    private static final int MOST_FAULTS = 20;

    /** Numbers that did not come, {@code to} included. */
    record Gap(long from, long to) {
        long size() {
            return to - from + 1;
        }
    }

    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long last;
    private long duplicates;
    private long corrupt;

    /**
     * Notes a complete line.
     *
     * @param before the number of the line before it in the same connection, 0 for none
     * @param number its own, 0 where it is not as it must be
     * @param text what it says
     */
    synchronized void line(long before, long number, Supplier<String> text) {
        if (number == 0) {
            corrupt++;
            fault("after line " + before + " came a corrupt one: " + text.get());
            return;
        }
        if (number > last) {
            if (number > last + 1) {
                gaps.add(new Gap(last + 1, number - 1));
            }
            if (before > 0 && before != last) {
                fault("line " + before + " is followed by line " + number + ", left out " + last);
            }
            last = number;
            return;
        }
        duplicates++;
        if (before > 0 && next(before) != number) {
            fault("line " + before + " is followed by line " + number);
        } else if (gaps.stream().anyMatch(gap -> gap.from() <= number && number <= gap.to())) {
            fault("line " + number + " came late");
        }
    }

    private long next(long number) {
        for (Gap gap : gaps) {
            if (gap.from() == number + 1) {
                return gap.to() + 1;
            }
        }
        return number + 1;
    }

    private void fault(String text) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(text);
        }
    }

    /** The highest number that has come. */
    synchronized long last() {
        return last;
    }

    /** How many lines came that had come before. */
    synchronized long duplicates() {
        return duplicates;
    }

    synchronized long corrupt() {
        return corrupt;
    }

    /** What was left out. */
    synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** How many lines were left out. */
    synchronized long lost() {
        return gaps.stream().mapToLong(Gap::size).sum();
    }

    /** The first faults of order or content, in words. */
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** Checks that the lines 1 to {@code count} have come, all of them, as they must. */
    void assertComplete(long count) {
        assertSound();
        assertThat(gaps()).as("lost lines").isEmpty();
        assertThat(last()).as("last line").isEqualTo(count);
    }

    /** Checks that what has come is in order and not damaged. */
    void assertSound() {
        assertThat(faults()).as("faults of order or content").isEmpty();
    }

    /** Everything that is wrong, in words. */
    synchronized String report() {
        return "lost: " + gaps + System.lineSeparator() + "faults: " + faults;
    }

    @Override
    public synchronized String toString() {
        return "lines to %d, %d lost, %d corrupt, %d more than once, %d faults"
                .formatted(last, lost(), corrupt, duplicates, faults.size());
    }
}
