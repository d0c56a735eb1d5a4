package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.tls.KeyStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Connections with TLS that work, with certificates made for this run. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsIT {
    @TempDir static Path keys;
    private static Path server;
    private static Path client;
    private static Path trust;

    @RegisterExtension final Rig rig = new Rig();

    @BeforeAll
    static void makeKeys() throws Exception {
        server = KeyStores.key(keys, "server", KeyStores.LOCAL);
        client = KeyStores.key(keys, "client", "dns:bridge.invalid");
        trust = KeyStores.trust(keys, "trust.p12", server);
        Files.writeString(keys.resolve("password"), KeyStores.PASSWORD + "\n");
    }

    @Test
    void stampIsReachedWithTlsAndReachedAgain() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp(KeyStores.context(server), false);
        BridgeProcess bridge = start(trusting("STAMP"), tcs, stamp);

        bridge.awaitLog("STAMP " + stamp.endpoint(), "connected");
        assertThat(stamp.size()).as("bytes before there was a block").isZero();
        tcs.send(Blocks.blocks(0, 200), Feed.RANDOM_CHUNKS);
        assertThat(stamp.awaitLines(200 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 200));
        stamp.stop();
        bridge.awaitLog("STAMP " + stamp.endpoint(), "closed");
        tcs.send(Blocks.blocks(200, 300));
        stamp.start();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> stamp.lines().containsAll(Blocks.lines(200, 300)));
        assertThat(stamp.lines().stream().distinct()).isEqualTo(Blocks.lines(0, 300));
        assertThat(bridge.terminate()).isEqualTo(143);
        assertQuiet(bridge);
    }

    @Test
    void whatIsPendingIsSentAtAStop() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp(KeyStores.context(server), false);
        BridgeProcess bridge = start(trusting("STAMP"), tcs, stamp);
        bridge.awaitLog("STAMP " + stamp.endpoint(), "connected");

        tcs.send(Blocks.blocks(0, 1000));
        stamp.awaitLines(Blocks.LINES);
        tcs.finish(Duration.ofSeconds(10));
        bridge.terminate();

        await().atMost(Duration.ofSeconds(10)).until(stamp::allEnded);
        assertThat(stamp.lines()).isEqualTo(Blocks.lines(0, 1000));
        assertThat(bridge.stderr().lines("= 3000 confirmed")).as("all of them").hasSize(1);
    }

    @Test
    void theTcsIsReachedByItsNameWithTlsAndReachedAgain() throws Exception {
        FakeTcs tcs = rig.tcs(KeyStores.context(server), false);
        FakeStamp stamp = rig.stamp();
        String endpoint = tcs.endpoint().replace("127.0.0.1", "localhost");
        BridgeProcess bridge =
                rig.start(trusting("TCS"), "--tcs", endpoint, "--stamp", stamp.endpoint());

        tcs.send(Blocks.blocks(0, 200), Feed.RANDOM_CHUNKS);
        assertThat(stamp.awaitLines(200 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 200));
        tcs.stop();
        bridge.awaitLog("TCS " + endpoint, "closed");
        tcs.start();
        tcs.send(Blocks.blocks(200, 300));

        assertThat(stamp.awaitLines(300 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 300));
        assertQuiet(bridge);
    }

    @Test
    void bothEndsKnowTheBridgeByItsCertificateAndNoOutputHoldsThePassword() throws Exception {
        FakeTcs tcs = rig.tcs(KeyStores.context(server, client), true);
        FakeStamp stamp = rig.stamp(KeyStores.context(server, client), true);
        Map<String, String> environment = new TreeMap<>(trusting("TCS"));
        environment.putAll(trusting("STAMP"));
        environment.put("TCS_TLS_KEY_STORE", client.toString());
        environment.put("TCS_TLS_KEY_STORE_PASSWORD", KeyStores.PASSWORD);
        environment.put("STAMP_TLS_KEY_STORE", client.toString());
        environment.put("STAMP_TLS_KEY_STORE_PASSWORD_FILE", keys.resolve("password").toString());
        BridgeProcess bridge =
                rig.start(
                        environment, "-vvv", "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        tcs.send(Blocks.blocks(0, 20));

        assertThat(stamp.awaitLines(20 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 20));
        bridge.awaitLog("TCS " + tcs.endpoint(), "connected");
        bridge.awaitLog("STAMP " + stamp.endpoint(), "connected");
        bridge.terminate();
        assertThat(bridge.stderr().text()).doesNotContain(KeyStores.PASSWORD);
    }

    @Test
    void withoutTheHostNameCheckATrustedCertificateOfAnyHostWillDo() throws Exception {
        Path other = KeyStores.key(keys, "other", "dns:other.invalid");
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp(KeyStores.context(other), false);
        Path trusted = KeyStores.pem(keys, "other.pem", other);
        BridgeProcess bridge =
                start(
                        Map.of(
                                "STAMP_TLS",
                                "true",
                                "STAMP_TLS_TRUST_STORE",
                                trusted.toString(),
                                "STAMP_TLS_HOST_NAME_CHECK",
                                "false"),
                        tcs,
                        stamp);

        tcs.send(Blocks.block(1));

        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(1));
        assertThat(bridge.stderr().lines("host-name-check")).as("a warning").hasSize(1);
    }

    private BridgeProcess start(Map<String, String> environment, FakeTcs tcs, FakeStamp stamp)
            throws Exception {
        return rig.start(environment, "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
    }

    private static Map<String, String> trusting(String end) {
        return Map.of(
                end + "_TLS",
                "true",
                end + "_TLS_TRUST_STORE",
                trust.toString(),
                end + "_TLS_TRUST_STORE_PASSWORD",
                KeyStores.PASSWORD);
    }

    private static void assertQuiet(BridgeProcess bridge) {
        List<String> lines = bridge.stderr().lines();
        assertThat(lines).noneMatch(line -> line.contains("Exception") || line.contains("\tat "));
    }
}
