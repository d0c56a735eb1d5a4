package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static io.tcsstamp.camel.Streams.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.LinkState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** A destination that fails for a while gets everything in order later, and holds up no other. */
class FailingDestinationRouteTest extends ShippedRoutesTest {
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean failing;

    @Override
    String[] settings() {
        return new String[] {"stamp.to", "direct:flaky mock:steady"};
    }

    @Override
    RouteBuilder moreRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:flaky")
                        // else this route would count as the one that tries again
                        .errorHandler(noErrorHandler())
                        .process(
                                exchange -> {
                                    if (failing) {
                                        failures.incrementAndGet();
                                        throw new IOException("Broken pipe");
                                    }
                                })
                        .to("mock:out");
            }
        };
    }

    @Test
    void nothingIsLostAndTheOrderIsKept() {
        List<String> expected = new ArrayList<>();
        send(expected, 10, 12);
        await().untilAsserted(() -> assertThat(received("mock:out")).isEqualTo(joined(expected)));
        failing = true;
        send(expected, 12, 40);
        await().untilAsserted(() -> assertThat(failures).hasValueGreaterThan(1));
        await().untilAsserted(
                        () -> assertThat(received("mock:steady")).isEqualTo(joined(expected)));

        assertThat(spool("to-1").lines()).isEqualTo(28);
        assertThat(link().state()).isEqualTo(LinkState.DOWN);
        assertThat(link().detail()).contains("reset by the peer", "trying again");
        assertThat(downs).hasSize(1);

        failing = false;
        send(expected, 40, 42);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(received("mock:out")).isEqualTo(joined(expected)));
        await().untilAsserted(() -> assertThat(spool("to-1").lines()).isZero());
        assertThat(link().state()).isEqualTo(LinkState.UP);
        assertThat(spool("to-1").counters().confirmed()).isEqualTo(32);
    }

    @Test
    void aRouteThatIsStartedAnewHasNoSecondLink() throws Exception {
        failing = true;
        send(new ArrayList<>(), 10, 11);
        await().untilAsserted(() -> assertThat(failures).hasValueGreaterThan(0));
        await().until(() -> link().state() == LinkState.DOWN);
        main.getCamelContext().getRouteController().stopRoute("to-1");
        failing = false;
        main.getCamelContext().getRouteController().startRoute("to-1");
        await().until(() -> link().state() == LinkState.UP);
        assertThat(monitor.links()).hasSize(1);
    }

    private void send(List<String> expected, int from, int to) {
        for (int i = from; i < to; i++) {
            read(block(entry(String.valueOf(i), "a", "value " + i)));
            expected.add(line(String.valueOf(i), "a", "value " + i));
        }
    }

    private static String joined(List<String> all) {
        return lines(all.toArray(String[]::new));
    }

    private Link link() {
        return monitor.links().stream()
                .filter(link -> link.address().equals("to-1"))
                .findFirst()
                .orElseThrow();
    }
}
