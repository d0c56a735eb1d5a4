package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.tls.KeyStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken as stores, and what is said of those that are not. */
@Timeout(60)
class TlsStoresTest {
    private static final String TRUST = "stamp.tls.trust-store";
    private static final String KEY = "stamp.tls.key-store";

    @TempDir static Path folder;
    private static Path key;

    @BeforeAll
    static void makeStores() throws IOException, GeneralSecurityException {
        key = KeyStores.key(folder, "key", KeyStores.LOCAL);
        KeyStores.trust(folder, "trust.p12", key);
        KeyStores.trust(folder, "trust.jks", key);
        KeyStores.trust(folder, "empty.p12");
        KeyStores.pem(folder, "trust.pem", key, key);
        Files.writeString(folder.resolve("password"), KeyStores.PASSWORD + "\n");
        Files.writeString(folder.resolve("two-lines"), "two\nlines\n");
        Files.writeString(folder.resolve("too-long"), "x".repeat(5000));
        Files.writeString(folder.resolve("text"), "no key store at all\n");
        Files.createFile(folder.resolve("nothing"));
        Files.writeString(folder.resolve("bad.pem"), "-----BEGIN CERTIFICATE-----\nMII\n");
        Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nMII\n");
        byte[] whole = Files.readAllBytes(key);
        Files.write(folder.resolve("cut.p12"), Arrays.copyOf(whole, whole.length / 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust.p12", "trust.jks", "trust.pem", "key.p12"})
    void certificatesToTrustComeInThreeFormats(String name) {
        assertTaken(TRUST, name, TRUST + "-password", KeyStores.PASSWORD);
    }

    @Test
    void certificatesInJksAndPemNeedNoPassword() {
        assertTaken(TRUST, "trust.jks");
        assertTaken(TRUST, "trust.pem");
    }

    @Test
    void aPasswordMayComeFromAFile() {
        assertTaken(KEY, "key.p12", KEY + "-password-file", "password");
        assertTaken(TRUST, "trust.p12", TRUST + "-password-file", "password");
    }

    @Test
    void withoutStoresThoseOfJavaAreUsed() {
        assertThat(new TlsStores(settings(), "stamp").context()).isNotNull();
    }

    @Test
    void eachEndHasItsOwn() {
        BridgeSettings wrongForStamp = settings(TRUST, "missing");

        assertThat(new TlsStores(wrongForStamp, "tcs").context()).isNotNull();
        assertThatThrownBy(() -> new TlsStores(wrongForStamp, "stamp").context())
                .isInstanceOf(TlsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {TRUST, KEY})
    void whatIsNoStoreIsRefused(String store) {
        assertRefused(store, "missing", "no such file");
        assertRefused(store, ".", "not a file");
        assertRefused(store, "text", "neither a PKCS12 nor a JKS key store");
        assertRefused(store, "nothing", "neither a PKCS12 nor a JKS key store");
        assertRefused(store, "cut.p12", "damaged");
    }

    @Test
    void aWrongPasswordIsRefusedAndNotTold() {
        for (String name : new String[] {"trust.p12", "trust.jks"}) {
            assertRefused(TRUST, name, "wrong password", TRUST + "-password", "guess-77");
        }
        assertRefused(KEY, "key.p12", "wrong password", KEY + "-password", "guess-77");
    }

    @Test
    void aStoreThatNeedsItsPasswordSaysSo() {
        assertRefused(TRUST, "trust.p12", "without its password");
        assertThatThrownBy(() -> context(KEY, "key.p12"))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining(KEY + "-password");
    }

    @Test
    void aStoreWithNothingInItIsRefused() {
        String password = KeyStores.PASSWORD;
        assertRefused(TRUST, "empty.p12", "no certificate", TRUST + "-password", password);
        assertRefused(KEY, "trust.p12", "no private key", KEY + "-password", password);
    }

    @Test
    void pemIsForCertificatesOnly() {
        assertRefused(TRUST, "bad.pem", "something else than certificates");
        assertRefused(TRUST, "key.pem", "something else than certificates");
        assertRefused(KEY, "key.pem", "openssl pkcs12", KEY + "-password", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", ".", "nothing", "two-lines", "too-long"})
    void aPasswordFileThatIsNoneIsRefused(String name) throws IOException {
        assertThatThrownBy(() -> context(KEY, "key.p12", KEY + "-password-file", name))
                .isInstanceOf(TlsException.class)
                .message()
                .contains(KEY + "-password-file", folder.resolve(name).toString())
                .hasLineCount(1);
    }

    @Test
    void aSecretIsNotShownWithTheSettings() {
        BridgeSettings settings = settings(KEY + "-password", KeyStores.PASSWORD, KEY, "key.p12");

        assertThat(settings.toString()).doesNotContain(KeyStores.PASSWORD).contains("key.p12");
        assertThat(new BridgeProperties(settings).overrides().toString())
                .doesNotContain(KeyStores.PASSWORD)
                .contains("key.p12");
    }

    private static void assertTaken(String store, String name, String... more) {
        assertThat(context(store, name, more)).isNotNull();
    }

    private static void assertRefused(String store, String name, String says, String... more) {
        String[] said = more.length > 0 ? more : new String[] {"x", "x"};
        if (store.equals(KEY) && more.length == 0) {
            said = new String[] {KEY + "-password", "guess-77"};
        }
        String[] options = said;
        assertThatThrownBy(() -> context(store, name, options))
                .isInstanceOf(TlsException.class)
                .hasMessageStartingWith(store + ": " + folder.resolve(name))
                .message()
                .contains(says)
                .doesNotContain("guess-77", KeyStores.PASSWORD)
                .hasLineCount(1);
    }

    private static Object context(String store, String name, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = store;
        all[1] = name;
        System.arraycopy(more, 0, all, 2, more.length);
        return new TlsStores(settings(all), "stamp").context();
    }

    private static BridgeSettings settings(String... keysAndValues) {
        return TestSettings.of(folder, folder.resolve("quarantine"), keysAndValues);
    }
}
