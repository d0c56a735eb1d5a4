package io.tcsstamp.definition.xtce.schema;

import io.tcsstamp.definition.EditDistance;
import java.util.Collection;

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

    private static int distance(String a, String b) {
        return a.length() > LONGEST || b.length() > LONGEST
                ? Integer.MAX_VALUE
                : EditDistance.of(a, b);
    }
}
