package io.tcsstamp.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Numbered lines in a spool and out of it, and the books of a spool. */
final class Lines {
    /** Long enough for a test that waits; it does not end sooner because of it. */
    static final long SOON = 5_000;

    static final long MEGABYTE = 1 << 20;

    private Lines() {}

    /** A spool with a file, and more room than a test needs. */
    static SpoolOptions onDisk(Path file) {
        return new SpoolOptions(
                file,
                SpoolOptions.Synchronous.NORMAL,
                1L << 30,
                SpoolOptions.WhenFull.DROP_OLDEST,
                MEGABYTE);
    }

    /** The lines of some numbers, of 11 bytes each. */
    static byte[] of(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj("%010d\n"::formatted)
                .collect(Collectors.joining())
                .getBytes(US_ASCII);
    }

    /** Appends lines of some numbers. */
    static void append(Spool spool, long from, int count) throws InterruptedException {
        spool.append(of(from, count), count, from, from + count - 1);
    }

    /** The numbers of lines. */
    static List<Long> numbers(SpooledLines lines) {
        assertThat(lines).as("lines to take out").isNotNull();
        String text = new String(lines.bytes(), US_ASCII);
        assertThat(text).matches("(\\d{10}\n)*");
        List<Long> numbers = text.lines().map(Long::parseLong).toList();
        assertThat(lines.count()).isEqualTo(numbers.size());
        return numbers;
    }

    /** Takes out the next batch and has it on its way. */
    static SpooledLines send(Spool spool) throws InterruptedException {
        SpooledLines next = spool.next(SOON);
        assertThat(next).as("the next batch").isNotNull();
        assertThat(spool.sent(next)).isTrue();
        return next;
    }

    /** Sends and confirms everything, and gives the numbers in the order in which they came. */
    static List<Long> drain(Spool spool) throws InterruptedException {
        List<Long> all = new java.util.ArrayList<>();
        while (spool.hasUnsent()) {
            SpooledLines next = send(spool);
            all.addAll(numbers(next));
            spool.confirm(next.end(), spool.epoch());
            assertBooks(spool);
        }
        return all;
    }

    /** The numbers from one to before another. */
    static List<Long> range(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    /** recovered + accepted = confirmed + spooled + dropped. */
    static void assertBooks(Spool spool) {
        SpoolCounters counters = spool.counters();
        assertThat(counters.recovered() + counters.accepted())
                .as("recovered + accepted = confirmed + spooled + dropped")
                .isEqualTo(counters.confirmed() + spool.status().lines() + counters.dropped());
    }
}
