package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The health of a running bridge, over HTTP. */
@Timeout(60)
class HealthAnswersTest {
    private static final String ALL = "/observe/health";
    private static final String LIVE = "/observe/health/live";
    private static final String READY = "/observe/health/ready";

    @TempDir Path home;

    private static JsonNode json(ManagementRig rig, String path) {
        try {
            return new ObjectMapper().readTree(rig.get(path).body());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    private static JsonNode check(JsonNode health, String name) {
        for (JsonNode check : health.get("checks")) {
            if (check.get("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no " + name + " in " + health);
    }

    @Test
    void anInstrumentThatIsAwayIsNotReadyAndLives() throws Exception {
        try (ManagementRig rig = new ManagementRig(home, "").awaitPort()) {
            rig.tcs.send(block(entry("01", "a", "1")));
            rig.awaitLines(1);
            rig.awaitStatus(READY, 200);
            assertThat(json(rig, READY).get("status").asText()).isEqualTo("UP");

            rig.tcs.hangUp();
            rig.awaitStatus(READY, 503);

            JsonNode ready = json(rig, READY);
            assertThat(ready.get("status").asText()).isEqualTo("DOWN");
            JsonNode first = ready.get("checks").get(0);
            assertThat(first.get("name").asText()).isEqualTo("link-tcs-" + rig.tcs.endpoint());
            assertThat(first.get("status").asText()).isEqualTo("DOWN");
            assertThat(first.get("message").asText())
                    .contains(rig.tcs.endpoint())
                    .containsPattern("since 20..-");
            assertThat(rig.get(ALL).statusCode()).isEqualTo(503);
            assertThat(rig.get(LIVE).statusCode()).isEqualTo(200);
            assertThat(json(rig, LIVE).get("status").asText()).isEqualTo("UP");
            assertThat(rig.scrape().value("tcsstamp_health_up", "part", first.get("name").asText()))
                    .isZero();
        }
    }

    @Test
    void whatIsDegradedIsToldAndReady() throws Exception {
        try (ManagementRig rig = new ManagementRig(home, "", "tcs.silence", "1").awaitPort()) {
            rig.tcs.send(block(entry("01", "a", "1")));
            rig.awaitLines(1);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> json(rig, READY).get("degraded").asBoolean());

            assertThat(rig.get(READY).statusCode()).isEqualTo(200);
            JsonNode link = check(json(rig, READY), "link-tcs-" + rig.tcs.endpoint());
            assertThat(link.get("status").asText()).isEqualTo("UP");
            assertThat(link.get("degraded").asBoolean()).isTrue();
            assertThat(link.get("message").asText()).contains("silent since");
            await().until(
                            () ->
                                    rig.scrape()
                                            .value(
                                                    "tcsstamp_health_degraded",
                                                    "part",
                                                    link.get("name").asText()),
                            degraded -> degraded == 1);
        }
    }

    @Test
    void threadsThatWaitForEachOtherAreNoLife() throws Exception {
        ReentrantLock one = new ReentrantLock();
        ReentrantLock other = new ReentrantLock();
        CountDownLatch both = new CountDownLatch(2);
        Thread first = locking("deadlock-1", one, other, both);
        Thread second = locking("deadlock-2", other, one, both);
        try (ManagementRig rig = new ManagementRig(home, "").awaitPort()) {
            assertThat(rig.get(LIVE).statusCode()).isEqualTo(200);
            first.start();
            second.start();
            rig.awaitStatus(LIVE, 503);

            assertThat(check(json(rig, LIVE), "threads").get("message").asText())
                    .contains("deadlock-1, deadlock-2", "started anew");
            first.interrupt();
            second.interrupt();
            rig.awaitStatus(LIVE, 200);
        } finally {
            first.interrupt();
            second.interrupt();
        }
    }

    private static Thread locking(
            String name, ReentrantLock first, ReentrantLock second, CountDownLatch both) {
        Thread thread =
                new Thread(
                        () -> {
                            first.lock();
                            try {
                                both.countDown();
                                both.await();
                                second.lockInterruptibly();
                                second.unlock();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } finally {
                                first.unlock();
                            }
                        },
                        name);
        thread.setDaemon(true);
        return thread;
    }

    @Test
    void aDeliveryWhoseThreadHasEndedIsNoLife() throws Exception {
        try (ManagementRig rig = new ManagementRig(home, "").awaitPort()) {
            rig.tcs.send(block(entry("01", "a", "1")));
            rig.awaitLines(1);
            assertThat(rig.get(LIVE).statusCode()).isEqualTo(200);

            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().contains("spool-stamp"))
                    .forEach(Thread::interrupt);
            rig.awaitStatus(LIVE, 503);

            assertThat(check(json(rig, LIVE), "delivery").get("message").asText())
                    .contains("by stamp:", "started anew");
        }
    }

    @Test
    void aBridgeThatStopsIsNotReadyAndLives() throws Exception {
        try (ManagementRig rig = new ManagementRig(home, "", "stamp.rate", "0").awaitPort()) {
            rig.tcs.send(block(entry("01", "a", "1")));
            rig.awaitLines(1);
            // an exchange that goes on is what a stop waits for
            CountDownLatch stops = new CountDownLatch(1);
            CamelContext context = rig.bridge.bridge().context();
            context.addRoutes(new Waiting(stops));
            Future<Exchange> waits =
                    context.createFluentProducerTemplate().to("direct:waits").asyncSend();
            await().until(() -> context.getInflightRepository().size("waits") == 1);
            CompletableFuture<Void> stopping =
                    CompletableFuture.runAsync(rig.bridge.bridge()::stop);

            await().until(() -> rig.get(READY).body().contains("the bridge is stopping"));
            assertThat(rig.get(READY).statusCode()).isEqualTo(503);
            assertThat(rig.get(LIVE).statusCode()).isEqualTo(200);
            assertThat(rig.get("/observe/metrics").statusCode()).isEqualTo(200);
            stops.countDown();
            waits.get(10, TimeUnit.SECONDS);
            stopping.get(20, TimeUnit.SECONDS);
        }
    }

    /** A route whose step goes on until it is told. */
    private static final class Waiting extends RouteBuilder {
        private final CountDownLatch stops;

        Waiting(CountDownLatch stops) {
            this.stops = stops;
        }

        @Override
        public void configure() {
            from("direct:waits").routeId("waits").process(exchange -> stops.await());
        }
    }

    @Test
    void camelsOwnChecksAreAskedToo() throws Exception {
        try (ManagementRig rig = new ManagementRig(home, "").awaitPort()) {
            assertThat(check(json(rig, READY), "context").get("status").asText()).isEqualTo("UP");
            assertThat(check(json(rig, READY), "route:stamp").has("data")).isFalse();
        }
    }

    @Test
    void whereCamelsAreOffOursStay() throws Exception {
        try (ManagementRig rig =
                new ManagementRig(home, "camel.health.enabled = false\n").awaitPort()) {
            rig.awaitStatus(READY, 200);
            JsonNode ready = json(rig, READY);
            assertThat(check(ready, "spool-stamp").get("status").asText()).isEqualTo("UP");
            assertThat(ready.toString()).doesNotContain("\"context\"");
        }
    }
}
