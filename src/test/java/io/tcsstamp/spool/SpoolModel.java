package io.tcsstamp.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * What a spool must do, in its simplest form: lines are numbered, and those that are held are all
 * from one number to another. Positions count from zero.
 */
final class SpoolModel {
    /** Confirmations may be late by so much: small batches are confirmed together. */
    private static final long SLACK = 2 * 4096 + 30_000;

    final List<Long> positions = new ArrayList<>(List.of(0L));
    final TreeSet<Integer> batchEnds = new TreeSet<>();
    int first;
    int next;
    int end;
    int sentTo;
    int takenFrom = -1;
    int takenTo;
    long recovered;
    long accepted;
    long confirmed;
    long dropped;
    long resent;

    /** What the file says. */
    private int writtenFirst;

    private int writtenSentTo;

    /** Lines of any length from ten bytes on, each with its number. */
    byte[] lines(int count, int mostPadding, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("%09d".formatted(end + i))
                    .append("x".repeat(random.nextInt(mostPadding + 1)))
                    .append('\n');
        }
        return text.toString().getBytes(US_ASCII);
    }

    void append(byte[] bytes, long maxBytes) {
        while (bytes() > 0 && bytes() > maxBytes - bytes.length) {
            int until = batchEnds.higher(first);
            dropped += until - first;
            first = until;
            next = Math.max(next, first);
        }
        long position = positions.get(end);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                positions.add(position + i + 1);
                end++;
                accepted++;
            }
        }
        batchEnds.add(end);
        written();
    }

    /** What is to come out next is this. */
    void take(SpooledLines lines) {
        int until = batchEnds.higher(next);
        assertThat(lines.start()).isEqualTo(positions.get(next));
        assertThat(lines.end()).isEqualTo(positions.get(until));
        assertThat(lines.count()).isEqualTo(until - next);
        List<String> text = new String(lines.bytes(), US_ASCII).lines().toList();
        for (int i = 0; i < text.size(); i++) {
            assertThat(Integer.parseInt(text.get(i).substring(0, 9))).isEqualTo(next + i);
        }
        takenFrom = next;
        takenTo = until;
        next = until;
    }

    void tookNothing() {
        assertThat(next).isEqualTo(end);
        if (writtenFirst != first) {
            written();
        }
    }

    void sent() {
        resent += Math.max(0, Math.min(sentTo, takenTo) - takenFrom);
        sentTo = Math.max(sentTo, takenTo);
    }

    void untake() {
        next = Math.max(first, takenFrom);
        takenFrom = -1;
    }

    void rewind() {
        next = first;
        takenFrom = -1;
    }

    /** So many lines are confirmed by now, all of them before a position. */
    void confirmed(long position, long counted) {
        int until = first + (int) (counted - confirmed);
        assertThat(until).isBetween(first, next);
        assertThat(until == first || batchEnds.contains(until)).as("whole batches").isTrue();
        if (until > first) {
            assertThat(positions.get(until)).isLessThanOrEqualTo(position);
        }
        Integer after = batchEnds.higher(until);
        if (after != null && after <= next && positions.get(after) <= position) {
            assertThat(position - positions.get(until)).as("late by").isLessThan(SLACK);
            assertThat(position).as("everything that was taken out").isLessThan(position(next));
        }
        confirmTo(until);
    }

    void confirmLines(long position) {
        int until = first;
        while (until < end && positions.get(until + 1) <= position) {
            until++;
        }
        confirmTo(until);
    }

    private void confirmTo(int until) {
        confirmed += until - first;
        first = until;
    }

    long position(int line) {
        return positions.get(line);
    }

    private long bytes() {
        return position(end) - position(first);
    }

    /** Everything is in the file as it is now. */
    void written() {
        writtenFirst = first;
        writtenSentTo = sentTo;
    }

    /** A new run begins with what the file says, where the last one did not close it. */
    void reopened() {
        first = writtenFirst;
        sentTo = Math.max(first, writtenSentTo);
        rewind();
        recovered = end - first;
        accepted = 0;
        confirmed = 0;
        dropped = 0;
        resent = 0;
    }

    void assertSame(Spool spool) {
        SpoolCounters counters = spool.counters();
        SpoolStatus status = spool.status();
        assertThat(counters.recovered()).as("recovered").isEqualTo(recovered);
        assertThat(counters.accepted()).as("accepted").isEqualTo(accepted);
        assertThat(counters.confirmed()).as("confirmed").isEqualTo(confirmed);
        assertThat(counters.dropped()).as("dropped").isEqualTo(dropped);
        assertThat(counters.resent()).as("resent").isEqualTo(resent);
        assertThat(status.lines()).as("lines").isEqualTo(end - first);
        assertThat(status.bytes()).as("bytes").isEqualTo(bytes());
        assertThat(status.oldest().isPresent()).isEqualTo(end > first);
        assertThat(spool.hasUnsent()).isEqualTo(next < end);
    }
}
