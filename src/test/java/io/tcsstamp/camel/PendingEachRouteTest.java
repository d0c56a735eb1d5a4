package io.tcsstamp.camel;

import static io.tcsstamp.camel.LastRun.record;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** stamp.rate=0: what an earlier run with a rate left goes out at once; nothing new is kept. */
class PendingEachRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {"stamp.to", "mock:out"};
    }

    @Override
    void moreBeans() {
        LastRun.reads(
                folder.resolve("spool"), "tcs", record("01", "a", "1"), record("02", "a", "2"));
    }

    @Test
    void isEmittedBlockByBlockAndLeavesTheJournal() {
        read(record("03", "a", "3"));

        String all = lines(line("01", "a", "1"), line("02", "a", "2"), line("03", "a", "3"));
        await().untilAsserted(() -> assertThat(received("mock:out")).isEqualTo(all));
        main.stop();
        journal.close();
        assertThat(LastRun.entries(folder.resolve("spool"))).isZero();
    }
}
