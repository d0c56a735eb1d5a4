package io.tcsstamp.definition.xtce.schema;

import java.util.Collection;
import java.util.Locale;

/** Finds what was probably meant. */
final class Suggestion {
    private static final int LONGEST = 64;

    private Suggestion() {}

    /** {@code "; did you mean X?"}, or nothing. */
    static String of(String written, Collection<String> known) {
        String best = null;
        int least = Math.max(1, written.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(written, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best == null || best.equals(written) ? "" : "; did you mean " + best + "?";
    }

    /** How many letters must be changed, added or left out; case counts as nothing. */
    private static int distance(String a, String b) {
        if (a.length() > LONGEST || b.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        String x = a.toLowerCase(Locale.ROOT);
        String y = b.toLowerCase(Locale.ROOT);
        int[] row = new int[y.length() + 1];
        for (int j = 0; j <= y.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= x.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= y.length(); j++) {
                int change = diagonal + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[y.length()];
    }
}
