package io.tcsstamp.cli;

import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters that a user asks for, by names and by patterns with {@code *}. Stateless. */
final class Selection {
    private static final int NEAR = 3;
    private static final int LONGEST_COMPARED = 64;

    private Selection() {}

    /**
     * The names that are meant.
     *
     * @param wanted names or patterns
     * @throws UsageException if one means no parameter, with names that are near
     */
    static Set<String> of(List<String> wanted, Definition definition) {
        List<String> names =
                definition.parameters().values().stream().map(Parameter::name).toList();
        NamePatterns patterns = NamePatterns.of(String.join(",", wanted));
        for (String one : patterns.without(names)) {
            throw new UsageException(unknown(one, names, definition));
        }
        return names.stream().filter(patterns).collect(Collectors.toSet());
    }

    /** The parameters that are the time of a packet, if they are in it. */
    static Set<String> absoluteTimes(Definition definition) {
        return definition.parameters().values().stream()
                .filter(
                        parameter ->
                                definition.type(parameter) instanceof ParameterType.OfTime type
                                        && type.absolute())
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    private static String unknown(String wanted, List<String> names, Definition definition) {
        String start = "--select: the definition " + definition.name() + " has no parameter ";
        if (wanted.contains("*")) {
            return start + "that '" + wanted + "' fits";
        }
        List<String> near =
                names.stream()
                        .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 3))
                        .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                        .limit(NEAR)
                        .toList();
        return start
                + "'"
                + wanted
                + "'"
                + (near.isEmpty()
                        ? "; describe-definition --parameters lists them"
                        : "; near are " + String.join(", ", near));
    }

    /** How many characters to change, whatever their case (Levenshtein). */
    private static int distance(String first, String second) {
        String a = shortened(first);
        String b = shortened(second);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int same = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String shortened(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST_COMPARED ? lower.substring(0, LONGEST_COMPARED) : lower;
    }
}
