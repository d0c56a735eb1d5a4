package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.tls.KeyStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Connections with TLS that must not come about: the reason is told once, the link was never
 * connected, no line is sent, and the attempts go on.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsFailureIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir static Path keys;
    private static Path authority;
    private static Path server;
    private static Path trust;

    @RegisterExtension final Rig rig = new Rig();

    @BeforeAll
    static void makeKeys() throws Exception {
        authority = KeyStores.key(keys, "authority", "dns:ca.invalid", "-ext", "bc:c");
        server = KeyStores.signed(authority, "server", KeyStores.LOCAL);
        trust = KeyStores.trust(keys, "trust.jks", authority);
    }

    @Test
    void aCertificateForAnotherHostAndThenTheRightOne() throws Exception {
        Path other = KeyStores.signed(authority, "other", "dns:other.invalid,ip:127.0.0.2");
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp(KeyStores.context(other), false);
        BridgeProcess bridge = start(trusting("STAMP"), tcs, stamp);
        tcs.send(Blocks.block(7));

        assertNeverConnected(bridge, "STAMP " + stamp.endpoint(), "another host", stamp);
        stamp.stop();
        stamp.secure(KeyStores.context(server), false);
        stamp.start();

        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(7));
        bridge.awaitLog("STAMP " + stamp.endpoint(), "connected");
    }

    @Test
    void aCertificateForAnotherHostAtTheTcs() throws Exception {
        Path other = KeyStores.signed(authority, "tcs", "dns:other.invalid");
        FakeTcs tcs = rig.tcs(KeyStores.context(other), false);
        BridgeProcess bridge = start(trusting("TCS"), tcs, rig.stamp());

        assertNeverConnected(bridge, "TCS " + tcs.endpoint(), "another host", tcs);
    }

    @Test
    void aCertificateThatNobodyTrusts() throws Exception {
        Path stranger = KeyStores.key(keys, "stranger", KeyStores.LOCAL);
        FakeTcs tcs = rig.tcs(KeyStores.context(stranger), false);
        FakeStamp stamp = rig.stamp(KeyStores.context(stranger), false);
        Map<String, String> environment = new TreeMap<>(trusting("TCS"));
        // and not by Java either
        environment.put("STAMP_TLS", "true");
        BridgeProcess bridge = start(environment, tcs, stamp);

        assertNeverConnected(bridge, "TCS " + tcs.endpoint(), "not trusted", tcs);
        assertNeverConnected(bridge, "STAMP " + stamp.endpoint(), "not trusted", stamp);
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        Path expired =
                KeyStores.signed(
                        authority,
                        "expired",
                        KeyStores.LOCAL,
                        "-startdate",
                        "-3d",
                        "-validity",
                        "1");
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp(KeyStores.context(expired), false);
        BridgeProcess bridge = start(trusting("STAMP"), tcs, stamp);

        assertNeverConnected(bridge, "STAMP " + stamp.endpoint(), "expired", stamp);
    }

    @Test
    void peersThatDemandACertificateAndGetNone() throws Exception {
        FakeTcs tcs = rig.tcs(KeyStores.context(server, authority), true);
        FakeStamp stamp = rig.stamp(KeyStores.context(server, authority), true);
        Map<String, String> environment = new TreeMap<>(trusting("TCS"));
        environment.putAll(trusting("STAMP"));
        BridgeProcess bridge = start(environment, tcs, stamp);

        assertNeverConnected(bridge, "TCS " + tcs.endpoint(), "wants a certificate", tcs);
        assertNeverConnected(bridge, "STAMP " + stamp.endpoint(), "wants a certificate", stamp);
    }

    @Test
    void aTcsThatDoesNotSpeakTls() throws Exception {
        FakeTcs tcs = rig.tcs();
        BridgeProcess bridge = start(trusting("TCS"), tcs, rig.stamp());

        tcs.send(Blocks.block(1));

        String line = bridge.awaitLog("TCS " + tcs.endpoint(), "does not speak TLS");
        assertThat(line).contains("tcs.tls=false").hasSizeLessThan(250);
    }

    @Test
    void aStampThatDoesNotSpeakTls() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge = start(trusting("STAMP"), tcs, stamp);
        tcs.send(Blocks.block(1));

        bridge.awaitLog("STAMP " + stamp.endpoint(), "handshake (timeout)");
        assertThat(bridge.stderr().lines("STAMP " + stamp.endpoint() + ": connected")).isEmpty();
        assertThat(stamp.received().get(0).bytes()).as("a client hello").startsWith(22, 3);
        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void endsThatSpeakTlsWithABridgeThatDoesNot() throws Exception {
        FakeTcs tcs = rig.tcs(KeyStores.context(server), false);
        FakeStamp stamp = rig.stamp(KeyStores.context(server), false);
        FakeTcs plain = rig.tcs();
        BridgeProcess toStamp = start(Map.of(), plain, stamp);
        plain.send(Blocks.block(1));
        toStamp.awaitLog("STAMP " + stamp.endpoint(), "speaks TLS", "stamp.tls=true");

        BridgeProcess fromTcs = start(Map.of("TCS_READ_TIMEOUT", "2"), tcs, rig.stamp());
        fromTcs.awaitLog("TCS " + tcs.endpoint(), "expect TLS");
    }

    @Test
    void aStoreThatCannotBeUsedEndsTheProgramWithOneLine() throws Exception {
        Map<String, String> missing = new TreeMap<>(trusting("STAMP"));
        missing.put("STAMP_TLS_TRUST_STORE", keys.resolve("missing.p12").toString());
        assertRefused(missing, "stamp.tls.trust-store", "missing.p12", "no such file");

        Map<String, String> wrong = new TreeMap<>(trusting("TCS"));
        wrong.put("TCS_TLS_TRUST_STORE_PASSWORD", "guess-77");
        assertRefused(wrong, "tcs.tls.trust-store", "trust.jks", "wrong password");

        Map<String, String> keyless = new TreeMap<>(trusting("TCS"));
        keyless.put("TCS_TLS_KEY_STORE", trust.toString());
        keyless.put("TCS_TLS_KEY_STORE_PASSWORD", KeyStores.PASSWORD);
        assertRefused(keyless, "tcs.tls.key-store", "trust.jks", "no private key");

        Map<String, String> twice = new TreeMap<>(trusting("TCS"));
        twice.put("TCS_TLS_TRUST_STORE_PASSWORD_FILE", "/nowhere");
        assertRefused(twice, "tcs.tls.trust-store-password-file", "only one");
    }

    private void assertRefused(Map<String, String> environment, String... says) throws Exception {
        BridgeProcess bridge =
                rig.start(environment, "--tcs", "127.0.0.1:1", "--stamp", "127.0.0.1:2");

        assertThat(bridge.awaitExit(LIMIT)).as("exit code").isEqualTo(2);
        assertThat(bridge.stderr().lines()).singleElement().asString().contains(says);
        assertThat(bridge.stderr().text())
                .doesNotContain(KeyStores.PASSWORD, "guess-77", "Exception");
    }

    private static void assertNeverConnected(
            BridgeProcess bridge, String link, String reason, FakeStamp stamp) {
        await("attempts").atMost(LIMIT).until(() -> stamp.connections() >= 3);
        assertSaidOnce(bridge, link, reason);
        assertThat(stamp.size()).as("bytes at STAMP").isZero();
    }

    private static void assertNeverConnected(
            BridgeProcess bridge, String link, String reason, FakeTcs tcs) throws IOException {
        await("attempts").atMost(LIMIT).until(() -> tcs.connections() >= 3);
        assertSaidOnce(bridge, link, reason);
    }

    private static void assertSaidOnce(BridgeProcess bridge, String link, String reason) {
        assertThat(bridge.stderr().lines(link + ":"))
                .as("what is said of %s", link)
                .singleElement()
                .asString()
                .contains(reason)
                .hasSizeLessThan(300);
        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
    }

    private BridgeProcess start(Map<String, String> environment, FakeTcs tcs, FakeStamp stamp)
            throws IOException {
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
}
