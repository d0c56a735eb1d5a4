package io.tcsstamp.definition.xtce.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A kind of value of an attribute or a text.
 *
 * @param name what the table calls it
 * @param expected what a person is told to write
 * @param accepts values of XTCE 1.2
 * @param older further values that XTCE 1.0 and 1.1 know
 * @param choices the values, where they can be listed
 */
record ValueKind(
        String name,
        String expected,
        Predicate<String> accepts,
        Predicate<String> older,
        List<String> choices) {
    static ValueKind of(String name, String expected, Predicate<String> accepts) {
        return new ValueKind(name, expected, accepts, value -> false, List.of());
    }

    static ValueKind of(
            String name, String expected, Predicate<String> accepts, Predicate<String> older) {
        return new ValueKind(name, expected, accepts, older, List.of());
    }

    /**
     * A list of words, as the table has it: those of XTCE 1.2, {@code older}, those of 1.0 and 1.1.
     */
    static ValueKind oneOf(String name, List<String> words) {
        int split = words.indexOf("older");
        Set<String> now = new LinkedHashSet<>(split < 0 ? words : words.subList(0, split));
        Set<String> older =
                split < 0 ? Set.of() : Set.copyOf(words.subList(split + 1, words.size()));
        return new ValueKind(
                name,
                "one of " + String.join(", ", now),
                now::contains,
                older::contains,
                new ArrayList<>(now));
    }

    boolean accepts(String value, boolean olderVersion) {
        return accepts.test(value) || olderVersion && older.test(value);
    }
}
