package io.tcsstamp.console;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-512 (RFC 8018 section 5.2). Immutable.
 *
 * @param iterations from {@value #LEAST} to {@value #MOST}
 */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {
    /** Of a new hash. */
    static final int ITERATIONS = 210_000;

    static final int LEAST = 10_000;
    static final int MOST = 5_000_000;
    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Of a password, with a salt of its own. */
    static PasswordHash of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /** True for the password that it was made of; takes the same time for any other. */
    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    static PasswordHash parse(String text) {
        String[] fields = text.split(":", -1);
        if (fields.length != 4 || !fields[0].equals(SCHEME)) {
            throw new IllegalArgumentException("no hash of the kind " + SCHEME);
        }
        int iterations = Integer.parseInt(fields[1]);
        byte[] salt = Base64.getDecoder().decode(fields[2]);
        byte[] hash = Base64.getDecoder().decode(fields[3]);
        if (iterations < LEAST
                || iterations > MOST
                || salt.length != SALT_BYTES
                || hash.length != HASH_BYTES) {
            throw new IllegalArgumentException("a hash with other sizes");
        }
        return new PasswordHash(iterations, salt, hash);
    }

    /** As it stands in a file. */
    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return SCHEME
                + ":"
                + iterations
                + ":"
                + base64.encodeToString(salt)
                + ":"
                + base64.encodeToString(hash);
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Nothing that could end up in a log. */
    @Override
    public String toString() {
        return SCHEME;
    }
}
