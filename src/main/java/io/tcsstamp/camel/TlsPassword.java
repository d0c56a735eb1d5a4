package io.tcsstamp.camel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The password of a key store, from a property or from a file. Stateless: it is never kept. */
final class TlsPassword {
    private static final int LONGEST = 1024;

    private TlsPassword() {}

    /**
     * The password of the store that a property names; white space at its ends is no part of it.
     *
     * @param store the property, such as {@code stamp.tls.key-store}
     * @return null where none is set
     * @throws TlsException if the file cannot be used
     */
    static char[] of(BridgeSettings settings, String store) {
        String said = settings.get(store + "-password");
        if (!said.isEmpty()) {
            return said.toCharArray();
        }
        String property = store + "-password-file";
        if (settings.get(property).isEmpty()) {
            return null;
        }
        Path file = settings.path(property);
        String text = read(property, file).strip();
        if (text.isEmpty() || text.lines().count() > 1) {
            throw new TlsException(property, file + ": must hold one line, the password");
        }
        return text.toCharArray();
    }

    private static String read(String property, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new TlsException(property, file + ": too long for a password");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new TlsException(property, file + ": no such file");
        } catch (IOException e) {
            throw new TlsException(property, file + ": cannot be read; is it a file, and allowed?");
        }
    }
}
