package io.tcsstamp.definition;

import java.util.Locale;

/** How far two names are from each other. Stateless. */
public final class EditDistance {
    private EditDistance() {}

    /**
     * How many letters must be changed, added or left out (Levenshtein); case counts as nothing.
     * Takes time that grows with the product of the lengths: callers bound them.
     */
    public static int of(String a, String b) {
        String x = a.toLowerCase(Locale.ROOT);
        String y = b.toLowerCase(Locale.ROOT);
        int[] row = new int[y.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= x.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[y.length()];
    }
}
