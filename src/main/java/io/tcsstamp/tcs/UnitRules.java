package io.tcsstamp.tcs;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The unit rule of each parameter that has one. Immutable and thread-safe. */
public final class UnitRules {
    private static final UnitRules NONE = new UnitRules(Map.of());

    private final Map<String, UnitRule> rules;

    private UnitRules(Map<String, UnitRule> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** No rules: every value passes as it came. */
    public static UnitRules none() {
        return NONE;
    }

    /**
     * Reads a file of lines {@code name = pattern} in UTF-8, with {@code #} for comments.
     *
     * @throws IllegalArgumentException if the file cannot be read or a pattern is wrong; the
     *     message names the file and the parameter
     */
    public static UnitRules load(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("unit rules: there is no file " + file, e);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("unit rules: " + file + " is not UTF-8", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "unit rules: cannot read " + file + ": " + e.getMessage(), e);
        }
        Map<String, UnitRule> rules = new HashMap<>();
        for (String name : lines.stringPropertyNames()) {
            try {
                rules.put(name, UnitRule.parse(lines.getProperty(name).strip()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "unit rules: " + file + ", parameter " + name + ": " + e.getMessage(), e);
            }
        }
        return new UnitRules(rules);
    }

    /** The rule of a parameter, or null where it has none. */
    public UnitRule of(String name) {
        return rules.get(name);
    }

    /** The number of rules. */
    public int size() {
        return rules.size();
    }
}
