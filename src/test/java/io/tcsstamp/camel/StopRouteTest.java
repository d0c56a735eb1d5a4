package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** A stop emits and delivers what waits for its interval. */
class StopRouteTest extends ShippedRoutesTest {
    @Override
    String[] settings() {
        return new String[] {"stamp.rate", "3600", "stamp.rich", "true", "stamp.to", "mock:out"};
    }

    @Test
    void whatIsPendingIsSentBeforeTheStop() {
        read(block(entry("02", "b", "1"), entry("01", "a", "2")));
        read("tcs2", block(entry("03", "c", "3")));
        assertThat(housekeeping.table("tcs").pending()).isEqualTo(2);
        assertThat(received("mock:out")).isEmpty();

        MockEndpoint out = mock("mock:out");
        main.stop();

        assertThat(received(out))
                .contains(lines(line("01", "a", "2"), line("02", "b", "1")))
                .contains(lines(line("03", "c", "3")))
                .hasLineCount(3);
        assertThat(spool("to-1").counters().confirmed()).isEqualTo(3);
        assertThat(spool("to-1").lines()).isZero();
        assertThat(tables).as("the table is drawn too").hasSize(2);
        assertThat(written()).as("instead of lines on the standard output").isEmpty();
    }
}
