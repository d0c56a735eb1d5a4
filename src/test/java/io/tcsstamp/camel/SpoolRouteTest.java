package io.tcsstamp.camel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.LinkState;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code spool:} in routes of its own. */
@Timeout(60)
class SpoolRouteTest {
    private static final int LINES_HEADER_ABSENT = -1;

    @TempDir Path folder;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Object> counts = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean failing;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private BridgeMonitor monitor;
    private Spools spools;
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        monitor =
                new BridgeMonitor(
                        new Quarantine(folder.resolve("quarantine"), 1 << 20, Clock.systemUTC()),
                        link -> {});
        spools = new Spools(this::options, monitor);
        context.getRegistry().bind("spools", spools);
        context.getRegistry().bind("monitor", monitor);
        context.getShutdownStrategy().setTimeout(20);
        context.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("spool:disk").errorHandler(noErrorHandler()).process(this::take);
                        from("spool:memory").errorHandler(noErrorHandler()).process(this::take);
                    }

                    private void take(Exchange exchange) throws Exception {
                        attempts.incrementAndGet();
                        if (failing) {
                            throw new IOException("Broken pipe");
                        }
                        gate.await();
                        received.add(exchange.getMessage().getBody(String.class));
                        counts.add(exchange.getMessage().getHeader(BridgeConstants.LINES));
                    }
                });
        context.start();
        template = context.createProducerTemplate();
    }

    private SpoolOptions options(String name) {
        return name.equals("disk")
                ? new SpoolOptions(
                        folder.resolve("disk.db"),
                        SpoolOptions.Synchronous.NORMAL,
                        1 << 30,
                        SpoolOptions.WhenFull.WAIT,
                        1 << 20)
                : SpoolOptions.inMemory(1 << 20);
    }

    @AfterEach
    void stop() {
        context.stop();
        spools.close();
    }

    private void send(String name, int lines, String body) {
        Map<String, Object> headers =
                lines == LINES_HEADER_ABSENT ? Map.of() : Map.of(BridgeConstants.LINES, lines);
        template.sendBodyAndHeaders("spool:" + name, body.getBytes(US_ASCII), headers);
    }

    @Test
    void linesWithoutTheirNumberAreCounted() {
        send("disk", LINES_HEADER_ABSENT, "a\nb\nc\n");
        send("disk", 1, "d\n");

        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("a\nb\nc\n", "d\n");
        assertThat(counts).containsExactly(3, 1);
        await().until(() -> spools.get("disk").counters().confirmed() == 4);
    }

    @Test
    void aLastLineWithoutItsEndGetsOne() {
        send("memory", LINES_HEADER_ABSENT, "a\nb");
        send("memory", LINES_HEADER_ABSENT, "c");

        await().until(() -> received.size() == 2);
        assertThat(received).containsExactly("a\nb\n", "c\n");
        assertThat(counts).containsExactly(2, 1);
    }

    @Test
    void anEmptyBodyGoesThroughAsOneWithoutLines() {
        send("disk", LINES_HEADER_ABSENT, "");

        await().until(() -> received.size() == 1);
        assertThat(received).containsExactly("");
        assertThat(counts).containsExactly(0);
        assertThat(spools.get("disk").counters().accepted()).isZero();
    }

    @Test
    void whatFailsComesAgainAfterAPauseThatGrows() {
        failing = true;
        send("disk", 1, "a\n");
        send("disk", 1, "b\n");
        await().until(() -> attempts.get() >= 3);
        // 250 + 500 ms at least; a loop without a pause would be far beyond
        assertThat(attempts).hasValueLessThan(6);
        assertThat(received).isEmpty();
        assertThat(monitor.links())
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.address()).isEqualTo("disk");
                            assertThat(link.state()).isEqualTo(LinkState.DOWN);
                        });

        failing = false;

        await().atMost(Duration.ofSeconds(20)).until(() -> received.size() == 2);
        assertThat(received).containsExactly("a\n", "b\n");
        await().until(() -> monitor.links().get(0).state() == LinkState.UP);
        Spool spool = spools.get("disk");
        await().until(() -> spool.lines() == 0);
        assertThat(spool.counters().resent()).as("they were never sent").isZero();
    }

    @Test
    void aStopDeliversWhatIsNotSentYet() {
        gate = new CountDownLatch(1);
        for (int i = 0; i < 200; i++) {
            send("memory", 1, i + "\n");
        }
        assertThat(received).isEmpty();
        Thread opener =
                new Thread(
                        () -> {
                            await().until(context::isStopping);
                            gate.countDown();
                        });
        opener.start();

        context.stop();

        assertThat(received).hasSize(200).startsWith("0\n").endsWith("199\n");
        assertThat(spools.get("memory").counters().confirmed()).isEqualTo(200);
    }

    @Test
    void aStopDoesNotWaitForADestinationThatFailsWhereLinesAreKept() {
        failing = true;
        send("disk", 1, "a\n");
        await().until(() -> attempts.get() >= 2);
        long began = System.nanoTime();

        context.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        spools.close();
        try (Spool next = Spool.open("disk", options("disk"))) {
            assertThat(next.counters().recovered()).isEqualTo(1);
        }
    }

    @Test
    void aRouteOfAnotherContextNeedsNoBeans() throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            List<String> bodies = new CopyOnWriteArrayList<>();
            other.addRoutes(
                    new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("direct:in").to("spool:anything");
                            from("spool:anything")
                                    .process(
                                            exchange ->
                                                    bodies.add(
                                                            exchange.getMessage()
                                                                    .getBody(String.class)));
                        }
                    });
            other.start();
            other.createProducerTemplate().sendBody("direct:in", "a line\n");
            await().until(() -> bodies.size() == 1);
            assertThat(bodies).containsExactly("a line\n");
        }
    }
}
