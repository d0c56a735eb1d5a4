package io.tcsstamp.console;

import java.nio.charset.StandardCharsets;

/** Texts as they stand in JSON. */
final class TestText {
    private TestText() {}

    static String quoted(String text) {
        return new String(Json.write(text), StandardCharsets.UTF_8);
    }
}
