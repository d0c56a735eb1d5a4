package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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

        assertThat(stamp.awaitLines(3 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 3));
        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
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
    void pendingLinesArriveBeforeTheProgramExits() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge =
                rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint(), "--rate", "3600");
        String marker = "01.03.2026 10:00:00\tlast_one\t0000\t1";
        tcs.send(Blocks.block(7));
        tcs.send(Blocks.records("2026/03/01 10:00:00.0 UTC\tlast_one\t1", "not a record"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> QuarantineFile.read(rig.quarantine()).size() == 1);
        assertThat(stamp.lineCount()).as("lines before the interval ends").isZero();

        bridge.terminate();

        await().until(stamp::allEnded);
        assertThat(stamp.lines()).hasSize(1 + Blocks.LINES).contains(marker);
        assertThat(stamp.lines().subList(1, 1 + Blocks.LINES)).isEqualTo(Blocks.lines(7));
    }
}
