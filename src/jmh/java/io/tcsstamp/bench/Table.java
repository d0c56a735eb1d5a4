package io.tcsstamp.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table as text: the first two columns and the last are words, the others numbers. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> head) {
        rows.add(head);
    }

    void add(List<String> row) {
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int[] widths = widths();
        rows.forEach(row -> append(text, row, widths));
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    /** Words stand left, numbers right. */
    private static void append(StringBuilder text, List<String> cells, int... widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            boolean words = column < 2 || column == widths.length - 1;
            line.append(
                    String.format(
                            "%" + (words ? "-" : "") + widths[column] + "s  ", cells.get(column)));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** A number for a cell, {@code -} for NaN. */
    static String number(double value, int decimals) {
        return Double.isNaN(value)
                ? "-"
                : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
