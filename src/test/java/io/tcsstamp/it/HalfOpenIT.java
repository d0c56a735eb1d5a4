package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cable is pulled: each end is noticed within the set time and one second, and no other end. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HalfOpenIT {
    private static final String TCS_PORT = "6666";
    private static final String STAMP_PORT = "4444";
    private static final Duration START = Duration.ofSeconds(30);

    @RegisterExtension final Rig rig = new Rig();

    @Test
    void aTcsThatVanished() throws Exception {
        Cable cable = rig.cable();
        tcs(cable.far(), "10");
        BridgeProcess bridge =
                rig.startOn(
                        cable.near(), Map.of("TCS_READ_TIMEOUT", "3"), "--tcs", "10.99.0.2:6666");
        await().atMost(START).until(() -> !bridge.stdout().lines().isEmpty());

        Instant pulled = cable.pull();
        String line = bridge.awaitLog("TCS 10.99.0.2:6666", "no byte for 3 s");

        assertNoticed(line, pulled, 3);
        cable.plug();
        awaitConnectedAgain(bridge, "TCS 10.99.0.2:6666", Duration.ofSeconds(20));
    }

    @Test
    void aStampThatVanishedWhileLinesWereSent() throws Exception {
        Cable cable = rig.cable();
        BridgeProcess stamp = stamp(cable.far());
        tcs(cable.near(), "5");
        BridgeProcess bridge =
                bridge(cable, Map.of("STAMP_USER_TIMEOUT", "3", "STAMP_KEEP_ALIVE", "60"));
        await().atMost(START).until(() -> !stamp.stdout().lines().isEmpty());

        Instant pulled = cable.pull();
        String line = bridge.awaitLog("STAMP 10.99.0.2:4444", "no acknowledgement for 3 s");

        assertThat(line).contains("half-open; connecting again");
        assertNoticed(line, pulled, 3);
        long before = stamp.stdout().lines().size();
        cable.plug();
        awaitConnectedAgain(bridge, "STAMP 10.99.0.2:4444", Duration.ofSeconds(20));
        await().atMost(START).until(() -> stamp.stdout().lines().size() > before);
    }

    @Test
    void aStampThatVanishedWhileNothingWasSent() throws Exception {
        Cable cable = rig.cable();
        BridgeProcess stamp = stamp(cable.far());
        // one block, and no other for as long as this test
        tcs(cable.near(), "0.001");
        BridgeProcess bridge =
                bridge(
                        cable,
                        Map.of(
                                "STAMP_USER_TIMEOUT", "60",
                                "STAMP_KEEP_ALIVE", "3",
                                "TCS_READ_TIMEOUT", "0"));
        await().atMost(START).until(() -> !stamp.stdout().lines().isEmpty());

        Instant pulled = cable.pull();
        String line = bridge.awaitLog("STAMP 10.99.0.2:4444", "no answer for 3 s");

        assertNoticed(line, pulled, 3);
    }

    @Test
    void aStampThatDoesNotReadIsLeftAloneUntilItVanishes() throws Exception {
        Cable cable = rig.cable();
        BridgeProcess stamp = stamp(cable.far());
        tcs(cable.near(), "max");
        BridgeProcess bridge =
                bridge(
                        cable,
                        Map.of(
                                "STAMP_USER_TIMEOUT", "2",
                                "STAMP_KEEP_ALIVE", "2",
                                "TCS_READ_TIMEOUT", "0"));
        await().atMost(START).until(() -> !stamp.stdout().lines().isEmpty());

        stamp.signal("STOP");
        await("the stall is outlived")
                .during(Duration.ofSeconds(7))
                .atMost(Duration.ofSeconds(8))
                .until(() -> bridge.stderr().lines("connecting again").isEmpty());
        bridge.awaitLog("STAMP 10.99.0.2:4444", "taken nothing since");
        long before = stamp.stdout().lines().size();
        stamp.signal("CONT");
        await("lines go on").atMost(START).until(() -> stamp.stdout().lines().size() > before);
        bridge.awaitLog("STAMP 10.99.0.2:4444", "takes lines again");
        assertThat(bridge.stderr().lines("connecting again")).isEmpty();

        stamp.signal("STOP");
        await("another stall")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(4))
                .until(() -> bridge.stderr().lines("connecting again").isEmpty());
        Instant pulled = cable.pull();
        String line = bridge.awaitLog("STAMP 10.99.0.2:4444", "half-open; connecting again");
        assertThat(Duration.between(pulled, time(line))).isLessThan(afterStall());
    }

    /** Kernels before 6.15 ask a stalled peer at ever longer intervals. */
    private static Duration afterStall() {
        String[] version = System.getProperty("os.version").split("[.-]");
        int kernel = Integer.parseInt(version[0]) * 1000 + Integer.parseInt(version[1]);
        return Duration.ofSeconds(kernel >= 6015 ? 4 : 19);
    }

    private BridgeProcess bridge(Cable cable, Map<String, String> environment) throws Exception {
        return rig.startOn(
                cable.near(),
                environment,
                "--tcs",
                cable.near().address() + ":" + TCS_PORT,
                "--stamp",
                cable.far().address() + ":" + STAMP_PORT);
    }

    private void tcs(Cable.Host host, String speed) throws Exception {
        BridgeProcess tcs =
                rig.startOn(
                        host,
                        Map.of(),
                        "simulate-tcs",
                        "--host",
                        host.address(),
                        "--port",
                        TCS_PORT,
                        "--speed",
                        speed);
        tcs.awaitLog("listening");
    }

    private BridgeProcess stamp(Cable.Host host) throws Exception {
        BridgeProcess stamp =
                rig.startOn(
                        host,
                        Map.of(),
                        "echo-server",
                        "--host",
                        host.address(),
                        "--port",
                        STAMP_PORT);
        stamp.awaitLog("listening");
        return stamp;
    }

    private static void assertNoticed(String line, Instant pulled, int seconds) {
        assertThat(Duration.between(pulled, time(line)))
                .as("from the pulled cable to: %s", line)
                .isBetween(Duration.ofSeconds(seconds - 1), Duration.ofSeconds(seconds + 1));
    }

    private static Instant time(String line) {
        return Instant.parse(line.substring(0, line.indexOf(' ')));
    }

    private static void awaitConnectedAgain(BridgeProcess bridge, String link, Duration limit) {
        await("connected again")
                .atMost(limit)
                .until(
                        () -> {
                            List<String> lines = bridge.stderr().lines(link + ": connected");
                            return lines.size() == 2;
                        });
    }
}
