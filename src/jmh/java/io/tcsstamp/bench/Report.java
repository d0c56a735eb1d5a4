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

    private static final List<String> PACKET_HEAD =
            List.of("figure", "unit", "measured", "yardstick", "ratio", "B/packet", "target");

    private static final List<String> WATCH_HEAD =
            List.of("figure", "unit", "on", "off", "on/off", "target");

    private final Table table = new Table(HEAD);
    private final Table packets = new Table(PACKET_HEAD);
    private final Table watched = new Table(WATCH_HEAD);
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
        table.add(
                List.of(
                        figure,
                        unit,
                        Table.number(bridge, decimals),
                        Table.number(bare, decimals),
                        Table.number(bridge / bare, 2),
                        Table.number(full, decimals),
                        Table.number(plain, decimals),
                        Table.number(bridge / plain, 2),
                        Table.number(copy, decimals),
                        Table.number(bridge / copy, 2),
                        target.verdict(bridge, decimals)));
    }

    /**
     * Adds a figure of packets.
     *
     * @param figure what was measured
     * @param target what the figure has to reach, or its ratio to the yardstick where it has one
     */
    void packetRow(PacketFigure figure, Target target) {
        double judged = Double.isNaN(figure.ratio()) ? figure.measured() : figure.ratio();
        int decimals = Double.isNaN(figure.ratio()) ? figure.decimals() : 2;
        packets.add(
                List.of(
                        figure.title(),
                        figure.unit(),
                        Table.number(figure.measured(), figure.decimals()),
                        Table.number(figure.yardstick(), figure.decimals()),
                        Table.number(figure.ratio(), 2),
                        Table.number(figure.allocated(), 1),
                        target.verdict(judged, decimals)));
    }

    /**
     * Adds a figure of a bridge with its console and metrics on; NaN where there is nothing to
     * tell.
     *
     * @param ratio the median of the ratios of the pairs
     * @param target what the ratio has to reach, or the figure where there is none
     */
    void watchRow(
            String figure,
            String unit,
            int decimals,
            double on,
            double off,
            double ratio,
            Target target) {
        watched.add(
                List.of(
                        figure,
                        unit,
                        Table.number(on, decimals),
                        Table.number(off, decimals),
                        Table.number(ratio, 3),
                        target.verdict(Double.isNaN(ratio) ? on : ratio, decimals)));
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
        text.append('\n');
        if (!table.isEmpty()) {
            text.append("ratio: bridge divided by what stands left of it, of the same run\n\n");
            text.append(table).append('\n');
        }
        if (!packets.isEmpty()) {
            text.append("ratio: measured divided by the yardstick of the same round, median\n\n");
            text.append(packets).append('\n');
        }
        if (!watched.isEmpty()) {
            text.append("console and metrics on, and off\n\n");
            text.append(watched).append('\n');
        }
        notes.forEach(note -> text.append(note).append('\n'));
        failures.forEach(failure -> text.append("FAILED ").append(failure).append('\n'));
        return text.toString();
    }
}
