package io.tcsstamp.spool;

import static io.tcsstamp.spool.Lines.SOON;
import static io.tcsstamp.spool.Lines.append;
import static io.tcsstamp.spool.Lines.assertBooks;
import static io.tcsstamp.spool.Lines.drain;
import static io.tcsstamp.spool.Lines.numbers;
import static io.tcsstamp.spool.Lines.range;
import static io.tcsstamp.spool.Lines.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes in comes out in order, again until it is confirmed, on disk and in memory alike. */
@Timeout(60)
class SpoolTest {
    @TempDir static Path folder;
    private static int files;

    static Stream<Arguments> spools() {
        return Stream.of(
                Arguments.of("on disk", Lines.onDisk(folder.resolve(files++ + ".db"))),
                Arguments.of("in memory", SpoolOptions.inMemory(Lines.MEGABYTE)),
                // every batch is read back
                Arguments.of(
                        "on disk, hardly any memory",
                        new SpoolOptions(
                                folder.resolve(files++ + ".db"),
                                SpoolOptions.Synchronous.FULL,
                                1 << 30,
                                SpoolOptions.WhenFull.WAIT,
                                1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spools")
    void comesOutInOrderAtPositionsWithoutGaps(String name, SpoolOptions options) throws Exception {
        try (Spool spool = Spool.open("stamp", options)) {
            append(spool, 0, 3);
            append(spool, 3, 1);
            append(spool, 4, 5);

            SpooledLines first = send(spool);
            SpooledLines second = send(spool);
            SpooledLines third = send(spool);

            assertThat(numbers(first)).isEqualTo(range(0, 3));
            assertThat(numbers(second)).isEqualTo(range(3, 4));
            assertThat(numbers(third)).isEqualTo(range(4, 9));
            assertThat(second.start()).isEqualTo(first.end());
            assertThat(third.start()).isEqualTo(second.end());
            assertThat(third.firstTime()).isEqualTo(4);
            assertThat(third.lastTime()).isEqualTo(8);
            assertThat(spool.hasUnsent()).isFalse();
            assertThat(spool.lines()).isEqualTo(9);
            assertBooks(spool);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spools")
    void onlyWholeBatchesAreConfirmed(String name, SpoolOptions options) throws Exception {
        try (Spool spool = Spool.open("stamp", options)) {
            append(spool, 0, 1000);
            append(spool, 1000, 1000);
            SpooledLines first = send(spool);
            SpooledLines second = send(spool);

            spool.confirm(first.end() - 1, spool.epoch());
            assertThat(spool.counters().confirmed()).isZero();
            spool.confirm(second.end() - 1, spool.epoch());
            assertThat(spool.counters().confirmed()).isEqualTo(1000);
            assertBooks(spool);
            spool.confirm(first.end(), spool.epoch());
            assertThat(spool.counters().confirmed()).as("nothing goes back").isEqualTo(1000);
            spool.confirm(second.end(), spool.epoch());
            assertThat(spool.counters().confirmed()).isEqualTo(2000);
            assertThat(spool.status().bytes()).isZero();
            assertBooks(spool);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spools")
    void whatIsNotConfirmedComesAgainAndIsCountedAsResent(String name, SpoolOptions options)
            throws Exception {
        try (Spool spool = Spool.open("stamp", options)) {
            append(spool, 0, 1000);
            append(spool, 1000, 1000);
            append(spool, 2000, 1000);
            SpooledLines first = send(spool);
            SpooledLines second = send(spool);
            SpooledLines third = spool.next(SOON);
            spool.confirm(first.end(), spool.epoch());
            long epoch = spool.epoch();

            spool.rewind();

            assertThat(spool.epoch()).isGreaterThan(epoch);
            assertThat(spool.taken()).isNull();
            assertThat(spool.sent(third)).as("others go first").isFalse();
            SpooledLines again = spool.next(SOON);
            assertThat(again.start()).isEqualTo(second.start());
            assertThat(spool.counters().resent()).as("not on its way yet").isZero();
            assertThat(spool.sent(again)).isTrue();
            assertThat(spool.counters().resent()).isEqualTo(1000);
            assertThat(drain(spool)).isEqualTo(range(2000, 3000));
            assertThat(spool.counters().resent())
                    .as("the third was never on its way before")
                    .isEqualTo(1000);
            assertThat(spool.counters().confirmed()).isEqualTo(3000);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spools")
    void aBatchThatCouldNotBeSentComesAgain(String name, SpoolOptions options) throws Exception {
        try (Spool spool = Spool.open("stamp", options)) {
            append(spool, 0, 2);
            append(spool, 2, 2);
            SpooledLines first = spool.next(SOON);
            assertThat(spool.taken()).isEqualTo(first);
            spool.untake(first);
            spool.untake(first);
            assertThat(spool.taken()).isNull();
            assertThat(spool.sent(first)).isFalse();

            assertThat(numbers(spool.next(SOON))).isEqualTo(range(0, 2));
            SpooledLines second = spool.next(SOON);
            assertThat(numbers(second)).isEqualTo(range(2, 4));
            spool.untake(first);
            assertThat(spool.taken()).as("only the last one can be taken back").isEqualTo(second);
            spool.untake(second);
            assertThat(drain(spool)).isEqualTo(range(2, 4));
            assertThat(spool.counters().resent()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spools")
    void linesAreConfirmedWithinABatch(String name, SpoolOptions options) throws Exception {
        try (Spool spool = Spool.open("stamp", options)) {
            for (int i = 0; i < 10; i++) {
                append(spool, 10 * i, 10);
            }
            long start = send(spool).start();
            while (spool.hasUnsent()) {
                send(spool);
            }

            // in the middle of line 24
            spool.confirmLines(start + 11 * 24 + 5, spool.epoch());
            assertThat(spool.counters().confirmed()).isEqualTo(24);
            assertBooks(spool);
            spool.confirmLines(start + 11 * 25, spool.epoch());
            assertThat(spool.counters().confirmed()).as("at a line's start").isEqualTo(25);
            spool.confirm(start + 11 * 40, spool.epoch());
            assertBooks(spool);
            assertThat(spool.counters().confirmed()).isLessThanOrEqualTo(40);
            spool.rewind();
            assertThat(drain(spool)).endsWith(99L).isSubsetOf(range(25, 100));
            assertThat(spool.counters().confirmed()).isEqualTo(100);
            assertThat(spool.lines()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spools")
    void theRestOfABatchComesAgainFromALinesStart(String name, SpoolOptions options)
            throws Exception {
        try (Spool spool = Spool.open("stamp", options)) {
            append(spool, 0, 10);
            SpooledLines batch = send(spool);
            spool.confirmLines(batch.start() + 40, spool.epoch());
            spool.rewind();

            SpooledLines rest = send(spool);

            assertThat(numbers(rest)).isEqualTo(range(3, 10));
            assertThat(rest.start()).isEqualTo(batch.start() + 33);
            assertThat(spool.counters().resent()).isEqualTo(7);
            spool.untake(rest);
            assertThat(drain(spool)).isEqualTo(range(3, 10));
            assertThat(spool.counters().confirmed()).isEqualTo(10);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spools")
    void aNudgeWakesWhoeverWaits(String name, SpoolOptions options) throws Exception {
        try (Spool spool = Spool.open("stamp", options)) {
            spool.append(new byte[0], 0, 0, 0);
            SpooledLines none = spool.next(60_000);
            assertThat(none.count()).isZero();
            assertThat(none.bytes()).isEmpty();
            assertThat(spool.next(1)).as("one nudge, one answer").isNull();

            spool.append(new byte[0], 0, 0, 0);
            append(spool, 0, 1);
            assertThat(numbers(spool.next(SOON))).as("lines go first").isEqualTo(range(0, 1));
            assertThat(spool.counters().accepted()).isEqualTo(1);
            assertBooks(spool);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spools")
    void aClosedSpoolTakesNothing(String name, SpoolOptions options) throws Exception {
        Spool spool = Spool.open("stamp", options);
        append(spool, 0, 1);
        spool.close();
        spool.close();

        assertThatThrownBy(() -> append(spool, 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stamp");
        spool.next(1);
        if (options.file() != null) {
            try (Spool second = Spool.open("stamp", options)) {
                assertThat(second.status().trouble()).as("the first uses it no more").isEmpty();
                assertThat(drain(second)).isEqualTo(range(0, 1));
            }
        }
    }
}
