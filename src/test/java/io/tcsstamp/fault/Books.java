package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the program says at its end of the lines for STAMP. Immutable.
 *
 * @param recovered found in the spool at the start
 * @param accepted put into it
 * @param confirmed known to have been read
 * @param spooled still in it
 * @param dropped given up
 * @param resent how many were sent again
 */
record Books(
        long recovered, long accepted, long confirmed, long spooled, long dropped, long resent) {
    private static final Pattern SUMMARY =
            Pattern.compile(
                    "\\bstamp: (\\d+) recovered \\+ (\\d+) accepted = (\\d+) confirmed"
                            + " \\+ (\\d+) spooled \\+ (\\d+) dropped; (\\d+) resent");

    /** From the log of a program that has ended. */
    static Books of(String log) {
        Matcher matcher = SUMMARY.matcher(log);
        if (!matcher.find()) {
            throw new NoSuchElementException("no summary of the destination stamp in: " + log);
        }
        return new Books(
                number(matcher, 1),
                number(matcher, 2),
                number(matcher, 3),
                number(matcher, 4),
                number(matcher, 5),
                number(matcher, 6));
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    /** Checks that they add up. */
    Books assertBalanced() {
        assertThat(confirmed + spooled + dropped)
                .as("confirmed + spooled + dropped of %s", this)
                .isEqualTo(recovered + accepted);
        return this;
    }
}
