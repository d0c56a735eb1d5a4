package io.tcsstamp.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes keys and certificates for one test in its folder, with the JDK's keytool. Stateless. */
public final class KeyStores {
    /** The password of every store; found in an output it was not hidden. */
    public static final String PASSWORD = "not-to-be-shown-1";

    /** For {@link #key}: a certificate of this machine. */
    public static final String LOCAL = "dns:localhost,ip:127.0.0.1";

    private static final long LIMIT_SECONDS = 60;

    private KeyStores() {}

    /**
     * A key with a certificate signed by itself, in PKCS12.
     *
     * @param name of the file, without its ending
     * @param san whom the certificate is for, as keytool's extension san takes it
     * @param more options of keytool
     */
    public static Path key(Path folder, String name, String san, String... more)
            throws IOException {
        Path file = folder.resolve(name + ".p12");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=" + san,
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD));
        command.addAll(List.of(more));
        run(folder, command);
        return file;
    }

    /**
     * A key with a certificate signed by another, whose key came from {@link #key}.
     *
     * @param more options of keytool
     */
    public static Path signed(Path signer, String name, String san, String... more)
            throws IOException, GeneralSecurityException {
        Path folder = signer.getParent();
        String signerAlias = load(signer).aliases().nextElement();
        Path file = Files.copy(signer, folder.resolve(name + ".p12"));
        List<String> options = new ArrayList<>(List.of("-signer", signerAlias));
        options.addAll(List.of(more));
        key(folder, name, san, options.toArray(String[]::new));
        KeyStore store = load(file);
        store.deleteEntry(signerAlias);
        save(store, file);
        return file;
    }

    private static void save(KeyStore store, Path file)
            throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static void run(Path folder, List<String> command) throws IOException {
        Path said = Files.createTempFile(folder, "keytool", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(ended && process.exitValue() == 0).as(Files.readString(said)).isTrue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A store with the certificates of others, none for an empty one.
     *
     * @param name of the file; its ending is the type, p12 or jks
     */
    public static Path trust(Path folder, String name, Path... keys)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(name.endsWith("jks") ? "JKS" : "PKCS12");
        store.load(null, null);
        for (Path key : keys) {
            store.setCertificateEntry(key.getFileName().toString(), certificate(key));
        }
        Path file = folder.resolve(name);
        save(store, file);
        return file;
    }

    /** The certificates of others in PEM. */
    public static Path pem(Path folder, String name, Path... keys)
            throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (Path key : keys) {
            text.append("a line of explanation\n-----BEGIN CERTIFICATE-----\n")
                    .append(
                            Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(certificate(key).getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static Certificate certificate(Path key) throws IOException, GeneralSecurityException {
        KeyStore store = load(key);
        return store.getCertificate(store.aliases().nextElement());
    }

    /** A context with a key and trust in the certificates of other keys. */
    public static SSLContext context(Path key, Path... trusted)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(key), PASSWORD.toCharArray());
        KeyStore others = KeyStore.getInstance("PKCS12");
        others.load(null, null);
        for (Path other : trusted) {
            others.setCertificateEntry(other.getFileName().toString(), certificate(other));
        }
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (trusted.length > 0) {
            trust.init(others);
        }
        context.init(
                keys.getKeyManagers(), trusted.length > 0 ? trust.getTrustManagers() : null, null);
        return context;
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
