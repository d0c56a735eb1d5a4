package io.tcsstamp.camel;

import static io.tcsstamp.camel.LastRun.record;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** stamp.rate-blocks: the blocks of the last run count, however they were read. */
class PendingBlocksRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {"stamp.rate-blocks", "3", "stamp.to", "mock:out"};
    }

    @Override
    void moreBeans() {
        LastRun.reads(
                folder.resolve("spool"),
                "tcs",
                LastRun.oneRead(
                        record("01", "a", "1"),
                        record("02", "a", "2"),
                        record("03", "b", "3"),
                        record("04", "a", "4")));
    }

    @Test
    void threeAreEmittedAtOnceAndTheFourthWaitsForTwoMore() {
        await().untilAsserted(
                        () ->
                                assertThat(received("mock:out"))
                                        .isEqualTo(
                                                lines(line("02", "a", "2"), line("03", "b", "3"))));
        assertThat(housekeeping.table("tcs").pending()).isEqualTo(1);

        read(record("05", "b", "5"));
        read(record("06", "c", "6"));
        await().untilAsserted(
                        () ->
                                assertThat(received("mock:out"))
                                        .endsWith(
                                                lines(
                                                        line("04", "a", "4"),
                                                        line("05", "b", "5"),
                                                        line("06", "c", "6"))));
        // those of this run are counted where they are read, which this test leaves out
        assertThat(monitor.source("tcs").read()).isEqualTo(4);
        assertThat(housekeeping.table("tcs").forwarded()).isEqualTo(5);
        assertThat(housekeeping.table("tcs").superseded()).isEqualTo(1);
        main.stop();
        journal.close();
        assertThat(LastRun.entries(folder.resolve("spool"))).isZero();
    }
}
