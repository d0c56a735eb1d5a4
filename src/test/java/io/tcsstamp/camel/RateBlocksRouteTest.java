package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tcsstamp.monitor.BridgeHealth;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** stamp.rate-blocks: an emission after every so many blocks, whatever reads bring. */
class RateBlocksRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {"stamp.rate-blocks", "3", "stamp.rate", "9", "stamp.to", "mock:out"};
    }

    @Test
    void emitsAfterEveryThirdBlock() {
        ByteArrayOutputStream four = new ByteArrayOutputStream();
        four.writeBytes(block(entry("01", "a", "1")));
        four.writeBytes(block(entry("02", "b", "2")));
        four.writeBytes(block());
        four.writeBytes(block(entry("03", "a", "3")));
        four.writeBytes(block(entry("04", "a", "4")));
        read(four.toByteArray());
        read(block(entry("05", "a", "5")));
        read(block());
        read(block(entry("06", "c", "6")));

        String expected =
                lines(
                        line("02", "b", "2"),
                        line("03", "a", "3"),
                        line("05", "a", "5"),
                        line("06", "c", "6"));
        await().untilAsserted(() -> assertThat(received("mock:out")).isEqualTo(expected));
        assertThat(mock("mock:out").getReceivedCounter()).isEqualTo(2);
    }

    @Test
    void eachSourceHasATableAndACountOfItsOwn() {
        for (int i = 1; i <= 3; i++) {
            read("tcs", block(entry("0" + i, "a", "first")));
            if (i < 3) {
                read("tcs2", block(entry("0" + i, "a", "second")));
            }
        }
        await().untilAsserted(
                        () ->
                                assertThat(received("mock:out"))
                                        .isEqualTo(lines(line("03", "a", "first"))));
        read("tcs2", block(entry("09", "a", "second")));
        await().untilAsserted(
                        () ->
                                assertThat(received("mock:out"))
                                        .endsWith(lines(line("09", "a", "second"))));
    }

    @Test
    void theMetersTellWhatBecameOfEveryRecord() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        monitor.source("tcs");
        BridgeHealth health = new BridgeHealth(monitor, Duration.ofMinutes(1), Clock.systemUTC());
        new BridgeMetrics(meters, monitor, housekeeping, health, null).refresh();
        for (int i = 1; i <= 4; i++) {
            read(block(entry("0" + i, "a", "x"), entry("0" + i, "b", "y")));
        }
        await().untilAsserted(() -> assertThat(received("mock:out").lines()).hasSize(2));

        assertThat(
                        meters.get("tcsstamp.records.forwarded")
                                .tag("source", "tcs")
                                .functionCounter()
                                .count())
                .isEqualTo(2);
        assertThat(meters.get("tcsstamp.records.superseded").functionCounter().count())
                .isEqualTo(4);
        assertThat(meters.get("tcsstamp.records.pending").gauge().value()).isEqualTo(2);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                meters.get("tcsstamp.lines.confirmed")
                                                        .tag("destination", "to-1")
                                                        .functionCounter()
                                                        .count())
                                        .isEqualTo(2));
        assertThat(meters.get("tcsstamp.lines.spooled").tag("destination", "to-1").gauge().value())
                .isZero();
    }
}
