package io.tcsstamp.output;

import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.Field;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.decode.ValueText;
import io.tcsstamp.definition.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Packets for people: a line about each, then a line per value with name, raw and derived value and
 * unit, in the order of the packet; a parameter that is there twice has two lines. Not thread-safe.
 */
public final class TableWriter implements PacketWriter {
    private static final int LONGEST_RAW = 24;
    private static final int LEAST = 12;
    private static final String GAP = "  ";

    private final TextOutput out;
    private final UnaryOperator<String> printable;
    private final Predicate<String> selected;
    private final int columns;
    private final IsoTime isoTime = new IsoTime();
    private final TextBuffer cell = new TextBuffer();

    /**
     * Writes to a stream.
     *
     * @param to closed with the writer
     * @param selected by the name of a parameter: whether its values are written
     * @param printable replaces what must not reach a terminal
     * @param columns the width of the terminal, at which values are cut; 0: none are
     */
    public TableWriter(
            OutputStream to,
            Predicate<String> selected,
            UnaryOperator<String> printable,
            int columns) {
        this.selected = selected;
        this.out = new TextOutput(to);
        this.printable = printable;
        this.columns = columns;
    }

    @Override
    public void write(long index, PacketValues values) throws IOException {
        TextBuffer to = out.text();
        Optional<DecodeReport> report = values.report();
        title(to, index, values, report);
        int names = 0;
        int raws = 0;
        for (int slot = 0; slot < values.size(); slot++) {
            if (isWritten(values, slot)) {
                names = Math.max(names, width(values.field(slot).name()));
                raws = Math.max(raws, Math.min(LONGEST_RAW, width(raw(values, slot))));
            }
        }
        for (int slot = 0; slot < values.size(); slot++) {
            if (isWritten(values, slot)) {
                line(to, values, slot, names, raws);
                out.done();
            }
        }
        report.ifPresent(
                r -> to.appendUtf8((r.isWarning() ? "  warning: " : "  failed: ") + r + "\n"));
        out.done();
    }

    private boolean isWritten(PacketValues values, int slot) {
        Field field = values.field(slot);
        return field.selected() && selected.test(field.parameter().name());
    }

    private void title(
            TextBuffer to, long index, PacketValues values, Optional<DecodeReport> report) {
        to.appendAscii("packet ");
        to.append(index);
        to.appendAscii(": ");
        boolean unknown = report.filter(Reports::isUnidentified).isPresent();
        to.appendUtf8(unknown ? "unknown" : printable.apply(values.container().name()));
        to.appendAscii(", ");
        to.append(values.bitLength() / 8);
        to.appendAscii(" bytes");
        PacketShape shape = PacketShape.of(values, selected);
        if (shape.timeSlot() >= 0) {
            values.instant(shape.timeSlot())
                    .ifPresent(
                            time -> {
                                to.appendAscii(", ");
                                isoTime.append(to, time);
                            });
        }
        to.append('\n');
    }

    private void line(TextBuffer to, PacketValues values, int slot, int names, int raws) {
        String name = printable.apply(values.field(slot).name());
        String raw = raw(values, slot);
        cell.clear();
        value(values, slot);
        String value = printable.apply(cell.toString());
        String units =
                values.field(slot).type().common().units().stream()
                        .map(Unit::text)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" "));
        if (columns > 0) {
            int room = Math.max(LEAST, columns - names - raws - 3 * GAP.length());
            int forRaw = Math.max(raws, Math.min(LONGEST_RAW, room / 2));
            raw = cut(raw, forRaw);
            value = cut(value, Math.max(LEAST, room - (units.isEmpty() ? 0 : units.length() + 1)));
        }
        to.appendAscii(GAP);
        padded(to, name, names);
        to.appendAscii(GAP);
        padded(to, raw, raws);
        to.appendAscii(GAP);
        to.appendUtf8(value);
        if (!units.isEmpty()) {
            to.append(' ');
            to.appendUtf8(printable.apply(units));
        }
        values.alarm(slot)
                .ifPresent(
                        level -> {
                            to.appendAscii("  ");
                            to.appendAscii(Reports.text(level).toUpperCase(Locale.ROOT));
                        });
        to.append('\n');
    }

    /** A date says more than the seconds since an epoch. */
    private void value(PacketValues values, int slot) {
        Optional<Instant> date =
                PacketShape.isInstant(values.field(slot)) ? values.instant(slot) : Optional.empty();
        if (date.isPresent()) {
            isoTime.append(cell, date.get());
        } else {
            ValueText.append(values, slot, cell);
        }
    }

    private String raw(PacketValues values, int slot) {
        cell.clear();
        ValueText.appendRaw(values, slot, cell);
        return cell.toString();
    }

    private static void padded(TextBuffer to, String text, int width) {
        to.appendUtf8(text);
        for (int i = width(text); i < width; i++) {
            to.append(' ');
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, width - 3)) + "...";
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
