package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.monitor.Quarantine;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where a whole batch, or a file, fails. */
class BatchQuarantineTest {
    @TempDir Path folder;

    @Test
    void aFileThatCannotBeReadIsToldInALine() throws Exception {
        BridgeMonitor monitor =
                new BridgeMonitor(new Quarantine(folder, 1 << 20, Clock.systemUTC()), link -> {});
        GenericFile<File> file = new GenericFile<>();
        file.setFileName("a.bin");
        file.setFile(new File("recordings/a.bin"));
        try (DefaultCamelContext context = new DefaultCamelContext();
                LogLines log = new LogLines(BatchQuarantine.class)) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getExchangeExtension().setFromRouteId("packets");
            exchange.getMessage().setBody(file);
            exchange.setProperty(
                    Exchange.EXCEPTION_CAUGHT,
                    new UncheckedIOException(new IOException("Input/output error")));
            new BatchQuarantine(monitor).process(exchange);

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains(
                            "recordings" + File.separator + "a.bin was not read to its end: ",
                            "Input/output error");
        }
        assertThat(monitor.quarantine().records()).isEqualTo(1);
    }
}
