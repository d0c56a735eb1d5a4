package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** stamp.rate = 0: every block is emitted at once and by itself, to the standard output too. */
class EachBlockRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {"stamp.to", "mock:out mock:second"};
    }

    @Test
    void everyBlockIsEmittedByItself() {
        byte[] first = block(entry("02", "b", "1"), entry("01", "a", "2"), entry("03", "b", "3"));
        byte[] second = block(entry("04", "b", "4"));
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        read(both);
        read(block());
        read(block(entry("05", "a", "5")));

        String expected =
                lines(
                        line("01", "a", "2"),
                        line("03", "b", "3"),
                        line("04", "b", "4"),
                        line("05", "a", "5"));
        await().untilAsserted(() -> assertThat(received("mock:out")).isEqualTo(expected));
        await().untilAsserted(() -> assertThat(received("mock:second")).isEqualTo(expected));
        await().untilAsserted(() -> assertThat(written()).isEqualTo(expected));
        await().untilAsserted(() -> assertThat(spool("to-2").counters().confirmed()).isEqualTo(4));
        assertThat(spool("to-1").lines()).isZero();
        assertThat(tables).as("no table was asked for").isEmpty();
    }

    @Test
    void aBlockWithoutASampleIsNoMessage() {
        read(block("garbage"));
        read(block(entry("01", "a", "1")));

        await().untilAsserted(() -> assertThat(received("mock:out")).isNotEmpty());
        assertThat(mock("mock:out").getReceivedCounter()).isEqualTo(1);
    }
}
