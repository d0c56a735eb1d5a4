package io.tcsstamp.camel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/**
 * Reads a key store or trust store: PKCS12 or JKS, told apart by what is in the file, and
 * certificates in PEM (RFC 7468). Stateless.
 */
final class TlsStoreFile {
    private static final byte[] PEM = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
    private static final int PEM_WITHIN = 64 << 10;

    private TlsStoreFile() {}

    /**
     * Reads the store that a property names.
     *
     * @param property such as {@code stamp.tls.key-store}
     * @param password null where none is set
     * @throws TlsException if it cannot be used
     */
    static KeyStore read(String property, Path file, char[] password) {
        if (!Files.isRegularFile(file)) {
            throw new TlsException(
                    property, file + (Files.exists(file) ? ": not a file" : ": no such file"));
        }
        try {
            return isPem(file)
                    ? pem(property, file)
                    : KeyStore.getInstance(file.toFile(), password);
        } catch (KeyStoreException e) {
            throw notAStore(property, file);
        } catch (IOException e) {
            throw unreadable(property, file, password, e);
        } catch (GeneralSecurityException e) {
            throw new TlsException(
                    property,
                    file + ": holds something that this Java cannot read: " + e.getMessage());
        }
    }

    private static TlsException notAStore(String property, Path file) {
        return new TlsException(
                property, file + ": neither a PKCS12 nor a JKS key store; is it the right file?");
    }

    private static TlsException unreadable(
            String property, Path file, char[] password, IOException failure) {
        if (failure.getCause() instanceof UnrecoverableKeyException) {
            String problem = password == null ? ": needs its password" : ": wrong password";
            return new TlsException(
                    property, file + problem + " (" + property + "-password or -password-file)");
        }
        if (!Files.isReadable(file)) {
            return new TlsException(property, file + ": may not be read by this user");
        }
        return new TlsException(property, file + ": cannot be read; is it damaged or cut off?");
    }

    private static boolean isPem(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(PEM_WITHIN), StandardCharsets.ISO_8859_1);
            return start.contains(new String(PEM, StandardCharsets.US_ASCII));
        }
    }

    private static KeyStore pem(String property, Path file)
            throws IOException, GeneralSecurityException {
        if (property.endsWith("key-store")) {
            throw new TlsException(
                    property,
                    file
                            + ": PEM, but must be PKCS12 or JKS; to convert it: openssl pkcs12"
                            + " -export -in certificate.pem -inkey key.pem -out store.p12");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
        } catch (CertificateException e) {
            throw new TlsException(
                    property, file + ": PEM that holds something else than certificates");
        }
        return store;
    }
}
