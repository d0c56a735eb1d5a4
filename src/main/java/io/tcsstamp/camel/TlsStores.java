package io.tcsstamp.camel;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom one end of the bridge trusts and how it shows who it is: the stores that {@code tcs.tls.*}
 * or {@code stamp.tls.*} name, read when first asked for. Keeps no password. Thread-safe.
 */
final class TlsStores {
    private final BridgeSettings settings;
    private final String prefix;
    private SSLContext context;

    /**
     * @param end {@code tcs} or {@code stamp}
     */
    TlsStores(BridgeSettings settings, String end) {
        this.settings = settings;
        this.prefix = end + ".tls";
    }

    /** The name under which the stores of an end are bound. */
    static String nameOf(String end) {
        return end + "TlsStores";
    }

    /**
     * The context of all connections of this end.
     *
     * @throws TlsException if a store cannot be used
     */
    synchronized SSLContext context() {
        if (context == null) {
            TrustManager[] trust = trust();
            KeyManager[] keys = keys();
            try {
                SSLContext fresh = SSLContext.getInstance("TLS");
                fresh.init(keys, trust, null);
                context = fresh;
            } catch (GeneralSecurityException e) {
                throw new TlsException(prefix, "this Java cannot do TLS: " + e.getMessage());
            }
        }
        return context;
    }

    /** Null for the trust store that comes with Java. */
    private TrustManager[] trust() {
        String property = prefix + ".trust-store";
        if (settings.get(property).isEmpty()) {
            return null;
        }
        char[] password = TlsPassword.of(settings, property);
        try {
            KeyStore store = TlsStoreFile.read(property, settings.path(property), password);
            if (!holdsCertificate(store)) {
                throw new TlsException(property, settings.path(property) + noCertificate(password));
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw unusable(property, e);
        } finally {
            forget(password);
        }
    }

    private static boolean holdsCertificate(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) != null) {
                return true;
            }
        }
        return false;
    }

    private static String noCertificate(char[] password) {
        return password == null
                ? ": holds no certificate that can be read without its password"
                : ": holds no certificate that could be trusted; import one: keytool -importcert";
    }

    /** None where no key store is set: we do not say who we are. */
    private KeyManager[] keys() {
        String property = prefix + ".key-store";
        if (settings.get(property).isEmpty()) {
            return new KeyManager[0];
        }
        char[] password = TlsPassword.of(settings, property);
        if (password == null) {
            throw new TlsException(
                    property,
                    "needs its password: set " + property + "-password or -password-file");
        }
        try {
            KeyStore store = TlsStoreFile.read(property, settings.path(property), password);
            if (!holdsKey(store)) {
                throw new TlsException(
                        property, settings.path(property) + ": holds no private key");
            }
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (UnrecoverableKeyException e) {
            throw new TlsException(
                    property,
                    settings.path(property)
                            + ": the key in it has another password than the store; give it the"
                            + " same: keytool -keypasswd");
        } catch (GeneralSecurityException e) {
            throw unusable(property, e);
        } finally {
            forget(password);
        }
    }

    private static boolean holdsKey(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
                return true;
            }
        }
        return false;
    }

    private TlsException unusable(String property, GeneralSecurityException failure) {
        return new TlsException(
                property, settings.path(property) + ": cannot be used: " + failure.getMessage());
    }

    private static void forget(char[] password) {
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }
}
