package io.tcsstamp.definition.xtce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A document with every construct of XTCE 1.2 that is supported. */
final class Everything {
    private Everything() {}

    static String document() {
        try (InputStream stream = Everything.class.getResourceAsStream("everything.xml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
