package io.tcsstamp.camel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** A destination that takes nothing for a while is bounded by bytes, not by a number of batches. */
class StalledDestinationRouteTest extends ShippedRoutesTest {
    /** More than seda's own default bound. */
    private static final int BATCHES = 2500;

    private final CountDownLatch stalled = new CountDownLatch(1);

    @Override
    String[] settings() {
        return new String[] {"stamp.to", "direct:stalls"};
    }

    @Override
    RoutesBuilder moreRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stalls")
                        .errorHandler(noErrorHandler())
                        .process(exchange -> stalled.await())
                        .to("mock:out");
            }
        };
    }

    @Test
    void takesManySmallBatchesAndLosesNone() {
        for (int i = 0; i < BATCHES; i++) {
            read(
                    "2026/11/21 08:00:00.000 UTC\tlogging_packets\t%d\u0003"
                            .formatted(i)
                            .getBytes(ISO_8859_1));
        }

        assertThat(spool("to-1").lines()).isEqualTo(BATCHES);
        stalled.countDown();
        await().until(() -> spool("to-1").counters().confirmed() == BATCHES);
        assertThat(received("mock:out").lines()).hasSize(BATCHES);
    }
}
