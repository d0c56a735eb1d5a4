package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** stamp.clear = false: what was not updated is sent again, by name, with milliseconds. */
class RateNoClearRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {
            "stamp.rate", "0.2",
            "stamp.clear", "false",
            "stamp.sort", "name",
            "stamp.fractional-time", "true",
            "stamp.to", "mock:out"
        };
    }

    @Test
    void anEmissionRepeatsOldValuesAndAnIntervalWithoutNewOnesIsSilent() {
        read(block(entry("01.5", "b", "1"), entry("02", "a", "2")));
        String first = lines(line("02.000", "a", "2"), line("01.500", "b", "1"));
        await().untilAsserted(() -> assertThat(received("mock:out")).isEqualTo(first));

        read(block(entry("03", "b", "3")));
        String second = lines(line("02.000", "a", "2"), line("03.000", "b", "3"));
        await().untilAsserted(() -> assertThat(received("mock:out")).isEqualTo(first + second));

        assertThat(mock("mock:out").getReceivedCounter()).isEqualTo(2);
        assertThat(housekeeping.table("tcs").repeated()).isEqualTo(1);
        assertThat(spool("to-1").counters().confirmed()).isEqualTo(4);
    }
}
