package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.tcs.TcsParser;
import io.tcsstamp.tcs.UnitRules;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator is told once that a TCS EGSE sends no values, and once that it does again. */
class IntakeTest {
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final LogLines log = new LogLines(Intake.class);
    private final TcsParser parser = new TcsParser(UnitRules.none());
    private final Intake intake = new Intake();

    @AfterEach
    void close() throws java.io.IOException {
        log.close();
        context.close();
    }

    @Test
    void nineEmptyBlocksAreNothingToSayAndTheTenthIs() {
        empty(9);
        assertThat(log.lines()).isEmpty();
        empty(1);

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("WARNING tcs 127.0.0.1:6666: 10 blocks in a row without a value")
                .contains("is the MMI user logged in?");
    }

    @Test
    void itIsSaidOnceHoweverLongItLasts() {
        empty(1000);

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void itIsSaidAgainAfterValuesCame() {
        empty(10);
        read(block(entry("01", "a", "1")));
        read(block(entry("02", "a", "1")));
        empty(10);

        assertThat(log.lines()).hasSize(3);
        assertThat(log.lines().get(1)).contains("values come again");
    }

    @Test
    void aValueInBetweenStartsTheCountAnew() {
        empty(9);
        read(block(entry("01", "a", "1")));
        empty(9);

        assertThat(log.lines()).isEmpty();
    }

    private void empty(int blocks) {
        for (int i = 0; i < blocks; i++) {
            read(block());
        }
    }

    private void read(byte[] blocks) {
        intake.setCamelContext(context);
        intake.setSource("tcs");
        intake.setEndpoint("127.0.0.1:6666");
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(parser.parse(blocks));
        intake.process(exchange);
        assertThat(exchange.getMessage().getHeader(BridgeConstants.SOURCE)).isEqualTo("tcs");
    }
}
