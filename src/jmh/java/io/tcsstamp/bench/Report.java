package io.tcsstamp.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Collects the figures and prints them as one table, each beside its yardsticks. Not thread-safe.
 */
final class Report {
    private static final List<String> HEAD =
            List.of(
                    "figure",
                    "unit",
                    "bridge",
                    "no spool",
                    "ratio",
                    "spool FULL",
                    "plain loop",
                    "ratio",
                    "byte copy",
                    "ratio",
                    "target");

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * Adds a figure.
     *
     * @param value the figure of a contender; NaN when it has none
     */
    void row(
            String figure,
            String unit,
            int decimals,
            ToDoubleFunction<Contender> value,
            Target target) {
        double bridge = value.applyAsDouble(Contender.BRIDGE);
        double bare = value.applyAsDouble(Contender.NO_SPOOL);
        double full = value.applyAsDouble(Contender.FULL_SPOOL);
        double plain = value.applyAsDouble(Contender.PLAIN_LOOP);
        double copy = value.applyAsDouble(Contender.BYTE_COPY);
        rows.add(
                List.of(
                        figure,
                        unit,
                        number(bridge, decimals),
                        number(bare, decimals),
                        number(bridge / bare, 2),
                        number(full, decimals),
                        number(plain, decimals),
                        number(bridge / plain, 2),
                        number(copy, decimals),
                        number(bridge / copy, 2),
                        target.verdict(bridge, decimals)));
    }

    /** Adds a line under the table that says how a part was measured. */
    void note(String format, Object... arguments) {
        notes.add(String.format(Locale.ROOT, format, arguments));
    }

    /** Notes that a part has no figures. */
    void failure(String part, String reason) {
        failures.add(part + ": " + reason);
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    String text() {
        StringBuilder text = new StringBuilder("\ntcs-stamp benchmark of ");
        text.append(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .append(" on ")
                .append(Machine.describe());
        text.append("\nratio: bridge divided by what stands left of it, of the same run\n\n");
        int[] widths = widths();
        appendRow(text, HEAD, widths);
        for (List<String> row : rows) {
            appendRow(text, row, widths);
        }
        text.append('\n');
        notes.forEach(note -> text.append(note).append('\n'));
        failures.forEach(failure -> text.append("FAILED ").append(failure).append('\n'));
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[HEAD.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = HEAD.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    /** Words stand left, numbers right. */
    private static void appendRow(StringBuilder text, List<String> cells, int... widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            boolean words = column < 2 || column == widths.length - 1;
            line.append(
                    String.format(
                            "%" + (words ? "-" : "") + widths[column] + "s  ", cells.get(column)));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value)
                ? "-"
                : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
