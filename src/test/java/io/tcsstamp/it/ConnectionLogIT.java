package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the log says about the two connections: one line per change of state, never per attempt. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionLogIT {
    private static final Duration SEVERAL_ATTEMPTS = Duration.ofSeconds(4);

    @RegisterExtension final Rig rig = new Rig();

    @Test
    void aRefusedTcsIsReportedOnceUntilItComesUp() throws Exception {
        FakeTcs tcs = rig.tcsDown();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        bridge.awaitLog("TCS", tcs.endpoint(), "refused");
        assertSaidOnce(bridge, "TCS " + tcs.endpoint());
        tcs.start();
        tcs.send(Blocks.block(3));

        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(3));
        assertThat(bridge.stderr().lines("TCS " + tcs.endpoint() + ":"))
                .hasSize(2)
                .last()
                .asString()
                .contains("connected");
        tcs.stop();
        bridge.awaitLog("TCS", tcs.endpoint(), "closed");
        assertNoStackTrace(bridge);
    }

    @Test
    void aRefusedStampIsReportedOnceUntilItComesUp() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stampDown();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        tcs.send(Blocks.block(3));
        bridge.awaitLog("STAMP", stamp.endpoint(), "refused");
        assertSaidOnce(bridge, "STAMP " + stamp.endpoint());
        stamp.start();

        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(3));
        bridge.awaitLog("STAMP", stamp.endpoint(), "connected");
        assertThat(bridge.stderr().lines("STAMP " + stamp.endpoint() + ":"))
                .hasSize(2)
                .last()
                .asString()
                .contains("connected");
        assertNoStackTrace(bridge);
    }

    @Test
    void stampIsConnectedBeforeThereIsAnythingToSend() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stampDown();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        bridge.awaitLog("STAMP", stamp.endpoint(), "refused");
        stamp.start();
        bridge.awaitLog("STAMP", stamp.endpoint(), "connected");

        assertThat(stamp.size()).as("bytes at STAMP").isZero();
    }

    @Test
    void anUnknownHostIsReportedOnce() throws Exception {
        FakeStamp stamp = rig.stamp();
        // a name that never resolves: RFC 6761
        String endpoint = "tcs.invalid:6666";
        BridgeProcess bridge = rig.start("--tcs", endpoint, "--stamp", stamp.endpoint());

        assertThat(bridge.awaitLog("TCS", endpoint).toLowerCase(Locale.ROOT))
                .contains("unknown host");
        assertSaidOnce(bridge, "TCS " + endpoint);
        assertNoStackTrace(bridge);
    }

    @Test
    void aSilentTcsIsNoticedAndConnectedAgain() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge =
                rig.start(
                        Map.of("TCS_READ_TIMEOUT", "2"),
                        "--tcs",
                        tcs.endpoint(),
                        "--stamp",
                        stamp.endpoint());

        await().atMost(Duration.ofSeconds(20)).until(() -> tcs.connections() >= 2);
        bridge.awaitLog("TCS", tcs.endpoint(), "2 s");
        tcs.send(Blocks.block(5));
        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(5));
        assertNoStackTrace(bridge);
    }

    @Test
    void aSilenceIsToldOnceAndTheConnectionStays() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge =
                rig.start(
                        Map.of("TCS_READ_TIMEOUT", "0", "TCS_SILENCE", "1"),
                        "--tcs",
                        tcs.endpoint(),
                        "--stamp",
                        stamp.endpoint());

        tcs.send(Blocks.block(4));
        bridge.awaitLog("WARN", "TCS", tcs.endpoint(), "silent since");
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> bridge.stderr().lines("silent since").size() == 1);
        tcs.send(Blocks.block(5));

        bridge.awaitLog("INFO", "TCS", tcs.endpoint(), "bytes come again");
        assertThat(stamp.awaitLines(2 * Blocks.LINES)).isEqualTo(Blocks.lines(4, 6));
        assertThat(tcs.connections()).as("connections").isEqualTo(1);
        assertThat(bridge.stderr().lines("STAMP").stream().filter(line -> line.contains("silent")))
                .isEmpty();
        assertNoStackTrace(bridge);
    }

    @Test
    void aSilenceThatTheReadTimeoutEndsFirstIsToldOnlyByThat() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge =
                rig.start(
                        Map.of("TCS_READ_TIMEOUT", "1", "TCS_SILENCE", "2"),
                        "--tcs",
                        tcs.endpoint(),
                        "--stamp",
                        stamp.endpoint());

        await().atMost(Duration.ofSeconds(20)).until(() -> tcs.connections() >= 3);
        tcs.send(Blocks.block(5));

        bridge.awaitLog("INFO", "TCS", tcs.endpoint(), "bytes come again");
        assertThat(bridge.stderr().lines("half-open")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(bridge.stderr().lines("silent since")).isEmpty();
        assertNoStackTrace(bridge);
    }

    @Test
    void tenEmptyBlocksInARowGiveOneHint() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        tcs.send(emptyBlocks(9));
        tcs.send(Blocks.block(0));
        tcs.send(emptyBlocks(9));
        tcs.send(Blocks.block(1));
        stamp.awaitLines(2 * Blocks.LINES);
        assertThat(bridge.stderr().lines("MMI")).as("hints after 9 empty blocks").isEmpty();

        tcs.send(emptyBlocks(10));
        bridge.awaitLog("MMI");
        tcs.send(emptyBlocks(50));
        tcs.send(Blocks.block(2));
        stamp.awaitLines(3 * Blocks.LINES);
        assertThat(bridge.stderr().lines("MMI")).as("hints after 60 empty blocks").hasSize(1);
    }

    private static byte[] emptyBlocks(int count) {
        byte[] blocks = new byte[count];
        Arrays.fill(blocks, Blocks.ETX);
        return blocks;
    }

    private static void assertSaidOnce(BridgeProcess bridge, String link) {
        await().during(SEVERAL_ATTEMPTS)
                .atMost(SEVERAL_ATTEMPTS.plusSeconds(5))
                .until(() -> bridge.stderr().lines(link + ":").size() == 1);
    }

    private static void assertNoStackTrace(BridgeProcess bridge) {
        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
    }
}
