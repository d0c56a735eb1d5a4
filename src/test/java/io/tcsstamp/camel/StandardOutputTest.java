package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Lines for whoever reads the standard output, and what happens when nobody does any more. */
class StandardOutputTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void writesBytesAsTheyAre() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exchange exchange = process(new StandardOutput(out, closed::add));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("20 ºC\n");
        assertThat(exchange.isFailed()).isFalse();
        assertThat(closed).isEmpty();
    }

    @Test
    void aClosedOutputIsToldAndItsLinesAreNotBooked() throws IOException {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        StandardOutput output = new StandardOutput(broken, closed::add);

        assertThatThrownBy(() -> process(output)).hasMessage("Broken pipe");
        assertThat(closed).containsExactly("Broken pipe");
    }

    private static Exchange process(StandardOutput output) throws IOException {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody("20 ºC\n".getBytes(StandardCharsets.UTF_8));
            output.process(exchange);
            return exchange;
        }
    }
}
