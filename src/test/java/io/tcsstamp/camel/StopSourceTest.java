package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.LinkState;
import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.monitor.StoppedSources;
import io.tcsstamp.monitor.jmx.RefusedException;
import io.tcsstamp.telemetry.Housekeeping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator stops a TCS EGSE's source and starts it again, while the bridge runs. */
@Timeout(90)
class StopSourceTest {
    @TempDir Path home;
    private final Instrument tcs;
    private PacketRig rig;
    private RouteSources sources;

    StopSourceTest() throws IOException {
        tcs = new Instrument();
    }

    @AfterEach
    void close() throws IOException {
        if (rig != null) {
            rig.close();
        }
        tcs.close();
    }

    private void run(String... settings) {
        String[] all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "tcs.endpoint";
        all[1] = tcs.endpoint();
        rig = new PacketRig(home, "", all);
        rig.awaitStarted("tcs");
        sources = new RouteSources(rig.bridge().context(), rig.monitor());
    }

    private Link link() {
        return rig.monitor().links().stream()
                .filter(link -> link.route().equals("tcs"))
                .findFirst()
                .orElseThrow();
    }

    private List<Condition> notUp() {
        return new BridgeHealth(rig.monitor(), Duration.ofSeconds(60), Clock.systemUTC())
                .conditions().stream().filter(part -> part.level() != Condition.Level.UP).toList();
    }

    @Test
    void aSourceIsStoppedAndStarted() throws Exception {
        run();
        tcs.awaitConnections(1);
        tcs.send(block(entry("01", "a", "1")));
        rig.awaitLines(1);
        await().untilAsserted(() -> assertThat(notUp()).isEmpty());

        assertThat(sources.stop("tcs")).startsWith("tcs is stopped");
        tcs.awaitEnd();
        assertThat(sources.state("tcs")).isEqualTo("Stopped");
        assertThat(link().state()).isEqualTo(LinkState.STOPPED);
        assertThat(link().detail()).isEqualTo("stopped by an operator");
        assertThat(notUp())
                .extracting(Condition::level, Condition::message)
                .allSatisfy(part -> assertThat(part.toString()).contains("stopped by an operator"))
                .hasSize(2)
                .allSatisfy(
                        part -> assertThat(part.toList().get(0)).isEqualTo(Condition.Level.DOWN));
        assertThatThrownBy(() -> sources.stop("tcs"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("tcs is stopped already: stopped by an operator (since ");

        assertThat(sources.start("tcs")).isEqualTo("tcs is started");
        tcs.awaitConnections(2);
        tcs.send(block(entry("02", "a", "2")));
        rig.awaitLines(2);
        assertThat(rig.lines()).containsExactly(line("01", "a", "1"), line("02", "a", "2"));
        assertThat(rig.monitor().source("tcs").read()).as("goes on").isEqualTo(2);
        assertThat(link().state()).isEqualTo(LinkState.UP);
        assertThat(notUp()).isEmpty();
        assertThatThrownBy(() -> sources.start("tcs")).hasMessage("tcs runs already");
        assertThatThrownBy(() -> sources.stop("none"))
                .hasMessage("none has no route that could be stopped or started");
        rig.stop();
    }

    @Test
    void theBlockThatIsCutByTheStopGoesOutAsFarAsItIsWhole() throws Exception {
        run();
        tcs.awaitConnections(1);
        // one write, so that all of it has come when the first line has gone out
        tcs.send(
                String.join(
                                "\r\n",
                                entry("00", "a", "0") + "\u0003" + entry("01", "a", "1"),
                                entry("02", "b", "12."))
                        .getBytes(ISO_8859_1));
        rig.awaitLines(1);

        sources.stop("tcs");
        rig.awaitLines(2);
        assertThat(rig.monitor().source("tcs").quarantined()).isEqualTo(1);
        sources.start("tcs");
        tcs.awaitConnections(2);
        tcs.send(block(entry("03", "b", "3")));
        rig.awaitLines(3);
        assertThat(rig.lines())
                .containsExactly(line("00", "a", "0"), line("01", "a", "1"), line("03", "b", "3"));
        assertThat(rig.monitor().source("tcs").read()).isEqualTo(4);
    }

    @Test
    void aRouteThatSomethingElseStoppedIsToldToo() throws Exception {
        run();
        tcs.awaitConnections(1);
        await().until(() -> link().state() == LinkState.UP);
        rig.bridge().context().getRouteController().stopRoute("tcs");
        tcs.awaitEnd();
        assertThat(link().detail()).isEqualTo("its route was stopped");
        assertThat(notUp())
                .extracting(Condition::message)
                .anyMatch(message -> message.startsWith("tcs: its route was stopped"));

        rig.bridge().context().getRouteController().startRoute("tcs");
        await().until(() -> link().state() == LinkState.UP);
        assertThat(notUp()).isEmpty();
    }

    @Test
    void aStopIsToldOnceAndCountsOfADiagramAgreeAfterAStart() throws Exception {
        run(
                "console.enabled",
                "true",
                "console.port",
                "0",
                "console.folder",
                home.resolve("console").toString());
        tcs.awaitConnections(1);
        tcs.send(block(entry("01", "a", "1")));
        rig.awaitLines(1);
        try (LogLines log = new LogLines(StoppedSources.class)) {
            sources.stop("tcs");
            assertThat(log.lines()).containsExactly("INFO tcs: stopped by an operator");
            sources.start("tcs");
            tcs.awaitConnections(2);
            sources.stop("tcs");
            assertThat(log.lines()).hasSize(2);
        }
        sources.start("tcs");
        tcs.awaitConnections(3);
        tcs.send(block(entry("02", "a", "2")));
        rig.awaitLines(2);

        ManagedCamelContext managed =
                rig.bridge()
                        .context()
                        .getCamelContextExtension()
                        .getContextPlugin(ManagedCamelContext.class);
        long route = managed.getManagedRoute("tcs").getExchangesTotal();
        assertThat(route).isPositive();
        assertThat(managed.getManagedProcessor("tcs-intake").getExchangesTotal()).isEqualTo(route);
    }

    @Test
    void theLogTellsOfAnyOtherRouteThatIsStopped() throws Exception {
        run();
        try (LogLines log = new LogLines(SourceEvents.class)) {
            rig.bridge().context().getRouteController().stopRoute("stamp-connect");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING the route stamp-connect was stopped while the bridge");
            rig.bridge().context().getRouteController().startRoute("stamp-connect");
            assertThat(log.lines()).hasSize(2).contains("INFO the route stamp-connect runs again");
            rig.stop();
            assertThat(log.lines()).as("the end of the bridge is no stop by hand").hasSize(2);
        }
    }

    @Test
    void nobodyConnectsWhileItIsStopped() throws Exception {
        run();
        tcs.awaitConnections(1);
        sources.stop("tcs");
        tcs.awaitEnd();
        // longer than the pause between attempts
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(2))
                .until(() -> tcs.connections() == 1);
    }

    @Test
    void whatIsPendingIsSentWithTheNextEmission() throws Exception {
        run("stamp.rate", "1");
        tcs.awaitConnections(1);
        tcs.send(block(entry("01", "a", "1")));
        await().until(() -> rig.monitor().source("tcs").read() == 1);
        sources.stop("tcs");
        rig.awaitLines(1);
        Housekeeping table = rig.bridge().tables().table("tcs");
        assertThat(table.pending()).isZero();
        assertThat(table.forwarded()).isEqualTo(1);
    }

    @Test
    void aStopWhileRecordsPourInLosesNoneThatWasRead() throws Exception {
        run();
        tcs.awaitConnections(1);
        Thread sender =
                new Thread(
                        () -> {
                            byte[] many = new byte[0];
                            try {
                                for (int i = 0; ; i++) {
                                    many =
                                            block(
                                                    entry("01", "a", "" + i),
                                                    entry("01", "b", "" + i));
                                    tcs.send(many);
                                }
                            } catch (RuntimeException e) {
                                // the end of the connection
                                assertThat(many).isNotEmpty();
                            }
                        });
        sender.start();
        rig.awaitLines(5000);
        sources.stop("tcs");
        sender.join();

        Housekeeping table = rig.bridge().tables().table("tcs");
        var counters = rig.monitor().source("tcs");
        assertThat(counters.read()).isEqualTo(table.forwarded() + counters.quarantined());
        rig.awaitLines((int) table.forwarded());
        assertThat(counters.quarantined()).as("the cut one").isLessThan(2);
        // the lines are all that came until the stop, without a gap
        List<String> lines = rig.lines();
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).isEqualTo(line("01", i % 2 == 0 ? "a" : "b", "" + i / 2));
        }
    }

    @Test
    void aSourceThatIsNotConnectedStopsAndStarts() throws Exception {
        tcs.close();
        run();
        await().until(() -> link().state() == LinkState.DOWN);
        assertThat(link().detail()).contains("refused");
        sources.stop("tcs");
        assertThat(link().state()).isEqualTo(LinkState.STOPPED);
        assertThat(link().detail()).isEqualTo("stopped by an operator");
        sources.start("tcs");
        await().until(() -> link().state() == LinkState.DOWN);
        assertThat(link().detail()).contains("refused");
        rig.stop();
    }
}
