package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** stamp.rate: the latest sample of each name, again and again, while there are new ones. */
class RateRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {"stamp.rate", "0.2", "stamp.to", "mock:out"};
    }

    @Test
    void everyIntervalWithANewSampleIsOneEmission() {
        read(block(entry("02", "b", "1"), entry("01", "a", "2")));
        String first = lines(line("01", "a", "2"), line("02", "b", "1"));
        await().untilAsserted(() -> assertThat(received("mock:out")).isEqualTo(first));

        // what was sent is forgotten, so that only the new one comes
        read(block(entry("03", "b", "3")));
        await().untilAsserted(
                        () ->
                                assertThat(received("mock:out"))
                                        .isEqualTo(first + lines(line("03", "b", "3"))));
        assertThat(mock("mock:out").getReceivedCounter()).isEqualTo(2);
    }

    @Test
    void recordsAddUpHoweverTheIntervalsFall() {
        for (int i = 0; i < 50; i++) {
            read(block(entry("01", "a", String.valueOf(i)), entry("02", "b", "x")));
        }
        await().untilAsserted(() -> assertThat(housekeeping.table("tcs").pending()).isZero());

        long forwarded = housekeeping.table("tcs").forwarded();
        assertThat(forwarded + housekeeping.table("tcs").superseded()).isEqualTo(100);
        await().untilAsserted(
                        () -> assertThat(received("mock:out").lines()).hasSize((int) forwarded));
        assertThat(received("mock:out")).contains(lines(line("01", "a", "49")));
    }
}
