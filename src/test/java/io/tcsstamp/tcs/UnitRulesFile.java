package io.tcsstamp.tcs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unit rules from text. */
final class UnitRulesFile {
    private UnitRulesFile() {}

    static UnitRules of(String lines) {
        try {
            Path file = Files.createTempFile("units", ".properties");
            try {
                Files.writeString(file, lines);
                return UnitRules.load(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
