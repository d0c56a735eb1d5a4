package io.tcsstamp.cli;

import java.util.ArrayList;
import java.util.List;

/** A small table whose columns are as wide as they need to be, aligned to the right. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    /** Creates one with the titles of its columns. */
    TextTable(String... titles) {
        rows.add(titles);
    }

    /** Adds a row with a cell for each title. */
    void add(String... cells) {
        rows.add(cells);
    }

    /** Its lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(GAP).append(" ".repeat(widths[i] - row[i].length())).append(row[i]);
            }
            lines.add(line.substring(GAP.length()));
        }
        return lines;
    }
}
