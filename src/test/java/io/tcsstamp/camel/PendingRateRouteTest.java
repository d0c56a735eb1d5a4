package io.tcsstamp.camel;

import static io.tcsstamp.camel.LastRun.record;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** stamp.rate: what the last run gathered is emitted first, whether the TCS sends again or not. */
class PendingRateRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {"stamp.rate", "0.3", "stamp.to", "mock:out"};
    }

    @Override
    void moreBeans() {
        LastRun.reads(
                folder.resolve("spool"),
                "tcs",
                record("01", "a", "1"),
                LastRun.oneRead(record("02", "a", "2"), record("02", "b", "2")));
        LastRun.reads(folder.resolve("spool"), "tcs9", record("00", "c", "gone"));
    }

    @Test
    void comesOutWithoutANewSample() {
        await().untilAsserted(
                        () ->
                                assertThat(received("mock:out").lines())
                                        .containsExactlyInAnyOrder(
                                                line("02", "a", "2"),
                                                line("02", "b", "2"),
                                                line("00", "c", "gone")));
        assertThat(monitor.source("tcs").read()).isEqualTo(3);
        assertThat(housekeeping.table("tcs").forwarded()).isEqualTo(2);
        assertThat(housekeeping.table("tcs").superseded()).isEqualTo(1);
        assertThat(monitor.source("tcs9").read()).isEqualTo(1);
        assertThat(housekeeping.table("tcs9").pending()).isZero();
    }

    @Test
    void aNewerSampleReplacesAnOldOneAndNotTheOtherWayRound() {
        read(record("09", "b", "9"));

        await().untilAsserted(
                        () ->
                                assertThat(received("mock:out"))
                                        .contains(
                                                lines(line("02", "a", "2"), line("09", "b", "9"))));
    }

    @Test
    void whatIsEmittedLeavesTheJournal() {
        read(record("09", "d", "9"));
        await().untilAsserted(() -> assertThat(received("mock:out").lines()).hasSize(4));
        read(record("10", "d", "10"));
        // a stop emits what is pending
        main.stop();
        journal.close();

        assertThat(housekeeping.table("tcs").forwarded()).isEqualTo(4);
        assertThat(LastRun.entries(folder.resolve("spool"))).isZero();
    }
}
