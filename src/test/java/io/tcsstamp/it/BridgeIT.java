package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The way from TCS to STAMP when either end goes away, is slow, or the program is asked to stop.
 */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BridgeIT {
    @RegisterExtension final Rig rig = new Rig();

    @Test
    void everythingArrivesInOrder() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        tcs.send(Blocks.blocks(0, 2000), Feed.RANDOM_CHUNKS);

        assertThat(stamp.awaitLines(2000 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 2000));
        bridge.awaitLog("TCS", tcs.endpoint(), "connected");
        bridge.awaitLog("STAMP", stamp.endpoint(), "connected");
    }

    @Test
    void nothingIsLostWhenStampComesUpLater() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stampDown();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        tcs.send(Blocks.blocks(0, 10));
        bridge.awaitLog("STAMP", stamp.endpoint(), "refused");
        tcs.send(Blocks.blocks(10, 20));
        stamp.start();

        assertThat(stamp.awaitLines(20 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 20));
        tcs.send(Blocks.block(20));
        assertThat(stamp.awaitLines(21 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 21));
    }

    @Test
    void everyBlockOfATcsThatRestartsTenTimesArrives() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        int blocks = 0;
        for (int restart = 0; restart <= 10; restart++) {
            tcs.send(Blocks.blocks(blocks, blocks + 3), Feed.RANDOM_CHUNKS);
            blocks += 3;
            tcs.stop();
            tcs.start();
        }

        assertThat(stamp.awaitLines(blocks * Blocks.LINES)).isEqualTo(Blocks.lines(0, blocks));
        assertThat(stamp.connections()).as("connections to STAMP").isEqualTo(1);
    }

    @Test
    void bothEndsMayRestart() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
        tcs.send(Blocks.blocks(0, 5));
        stamp.awaitLines(5 * Blocks.LINES);

        stamp.stop();
        tcs.stop();
        bridge.awaitLog("TCS", tcs.endpoint(), "closed");
        bridge.awaitLog("STAMP", stamp.endpoint(), "closed");
        tcs.start();
        tcs.send(Blocks.blocks(5, 10));
        stamp.start();
        tcs.send(Blocks.blocks(10, 15));

        assertThat(stamp.awaitLines(15 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 15));
    }

    @Test
    void aResetOfEitherEndIsSurvived() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
        tcs.send(Blocks.block(0));
        stamp.awaitLines(Blocks.LINES);

        tcs.reset();
        await().atMost(Duration.ofSeconds(20)).until(() -> tcs.connections() == 2);
        tcs.send(Blocks.block(1));
        stamp.awaitLines(2 * Blocks.LINES);
        stamp.reset();
        bridge.awaitLog("STAMP", stamp.endpoint(), "reset");
        tcs.send(Blocks.block(2));

        // whether STAMP had read the first two cannot be known after a reset
        List<String> expected = new ArrayList<>(Blocks.lines(0, 2));
        expected.addAll(Blocks.lines(0, 3));
        assertThat(stamp.awaitLines(5 * Blocks.LINES)).isEqualTo(expected);
        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void aStampThatRestartsWithinTheStreamMissesNothing() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp(1 << 16);
        stamp.pace(4096, 1);
        rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
        int count = 20_000;
        byte[] stream = Blocks.blocks(0, count);

        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> tcs.send(stream));
        await().atMost(Duration.ofSeconds(20)).until(() -> stamp.size() > 100_000);
        stamp.reset();
        stamp.fullSpeed();
        sender.get(20, TimeUnit.SECONDS);

        tcs.send(Blocks.block(count));
        List<String> last = Blocks.lines(count);
        await().atMost(Duration.ofSeconds(20)).until(() -> stamp.lines().containsAll(last));
        assertThat(stamp.received()).hasSize(2);
        for (Received received : stamp.received()) {
            assertThat(Blocks.lines(0, count + 1))
                    .containsSubsequence(StampLines.split(received.bytes()));
        }
        assertThat(new LinkedHashSet<>(stamp.lines()))
                .containsExactlyElementsOf(Blocks.lines(0, count + 1));
    }

    @Test
    void aSlowStampGetsEverythingAndMemoryStaysBounded() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp(1 << 16);
        stamp.pace(FakeStamp.STOPPED, 0);
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
        int count = 300_000;
        byte[] stream = Blocks.blocks(0, count);
        byte[] first = Blocks.blocks(0, 200);

        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> tcs.send(stream));
        bridge.awaitLog("STAMP", stamp.endpoint(), "connected");
        stamp.pace(1024, 5);
        await().atMost(Duration.ofSeconds(20)).until(() -> stamp.size() > first.length);
        stamp.fullSpeed();

        assertThat(stamp.awaitLines((long) count * Blocks.LINES))
                .as("lines of %d blocks", count)
                .isEqualTo(Blocks.lines(0, count));
        sender.get(10, TimeUnit.SECONDS);
        assertThat(PeakMemory.mebibytes(bridge)).as("peak memory in MiB").isLessThan(300);
    }

    @Test
    void aStampThatStallsIsNoSilenceOfTheTcs() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp(1 << 16);
        stamp.pace(FakeStamp.STOPPED, 0);
        rig.start(
                Map.of(
                        "TCS_READ_TIMEOUT", "1",
                        "SPOOL_ENABLED", "false",
                        "STAMP_QUEUE_BYTES", "1048576"),
                "--tcs",
                tcs.endpoint(),
                "--stamp",
                stamp.endpoint());
        int count = 100_000;
        byte[] stream = Blocks.blocks(0, count);

        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> tcs.send(stream));
        // the bridge may read nothing for far longer than the time after which a TCS counts as
        // silent
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(10))
                .until(() -> !sender.isDone() && tcs.connections() <= 1);
        stamp.fullSpeed();
        sender.get(20, TimeUnit.SECONDS);

        assertThat(stamp.awaitLines((long) count * Blocks.LINES))
                .as("lines of %d blocks", count)
                .isEqualTo(Blocks.lines(0, count));
    }

    @Test
    void pendingLinesArriveBeforeTheProgramExits() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge =
                rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint(), "--rate", "3600");
        String marker = "01.03.2026 10:00:00\tlast_one\t0000\t1";
        tcs.send(Blocks.block(7));
        tcs.send(Blocks.records("2026/03/01 10:00:00.0 UTC\tlast_one\t1", "not a record"));
        awaitQuarantined();
        assertThat(stamp.lineCount()).as("lines before the interval ends").isZero();

        bridge.terminate();

        await().until(stamp::allEnded);
        assertThat(stamp.lines()).hasSize(1 + Blocks.LINES).contains(marker);
        assertThat(stamp.lines().subList(1, 1 + Blocks.LINES)).isEqualTo(Blocks.lines(7));
        assertThat(bridge.stderr().lines().get(bridge.stderr().lines().size() - 1))
                .as("the last words")
                .contains((1 + Blocks.LINES) + " confirmed + 0 spooled + 0 dropped");
    }

    @Test
    void aStopWithoutStampSaysWhatWaits() throws Exception {
        BridgeProcess bridge = stopWithoutStamp(Map.of());

        assertThat(bridge.stderr().lines("ERROR")).isEmpty();
        assertThat(bridge.stderr().lines("lines are not known to be delivered"))
                .singleElement()
                .asString()
                .contains("WARN", Blocks.LINES + " lines", "next start");
    }

    @Test
    void aStopWithoutStampAndSpoolSaysWhatIsLost() throws Exception {
        BridgeProcess bridge = stopWithoutStamp(Map.of("SPOOL_ENABLED", "false"));

        assertThat(bridge.stderr().lines("ERROR"))
                .singleElement()
                .asString()
                .contains(Integer.toString(Blocks.LINES), "NOT", "deliver");
    }

    private BridgeProcess stopWithoutStamp(Map<String, String> environment) throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stampDown();
        BridgeProcess bridge =
                rig.start(environment, "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
        bridge.awaitLog("STAMP", stamp.endpoint(), "refused");
        tcs.send(Blocks.block(0));
        tcs.send(Blocks.records("not a record"));
        awaitQuarantined();

        bridge.terminate();

        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
        return bridge;
    }

    /** Waits until a record in quarantine shows that what was sent before it has been read. */
    private void awaitQuarantined() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> QuarantineFile.read(rig.quarantine()).size() == 1);
    }
}
