package io.tcsstamp.decode;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says of a name or pattern that means no parameter which names are near. Stateless. */
public final class NearNames {
    private static final int NEAR = 3;
    private static final int LONGEST_COMPARED = 64;

    private NearNames() {}

    /**
     * What is wrong, to be put behind the name of the definition: {@code has no parameter ...}.
     *
     * @param wanted a name, or a pattern with {@code *}
     * @param names of all parameters
     */
    public static String unknown(String wanted, Collection<String> names) {
        if (wanted.contains("*")) {
            return "has no parameter that '" + wanted + "' fits";
        }
        List<String> near =
                names.stream()
                        .distinct()
                        .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 3))
                        .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                        .limit(NEAR)
                        .toList();
        return "has no parameter '"
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
