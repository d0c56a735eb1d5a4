package io.tcsstamp.cli;

import io.tcsstamp.telemetry.Sample;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/**
 * Draws samples as a table. On a terminal it shows the latest sample of every name, in place, at
 * most ten times a second; elsewhere each call prints a table of the samples it was given.
 *
 * <p>Thread-safe. Memory is bounded by {@value #MAX_NAMES} names.
 */
public final class TelemetryTable implements AutoCloseable {
    /** The most names a table in place keeps; further ones are not shown. */
    static final int MAX_NAMES = 10_000;

    private static final long REDRAW_MILLIS = 100;
    private static final long STATUS_MILLIS = 1000;
    private static final int MAX_KEPT = 500;
    private static final int MAX_PLAIN_WIDTH = 120;
    private static final int BORDERS = 10;
    private static final int MIN_COLUMN = 4;
    private static final String TITLE = "All Telemetry";
    private static final Row HEADER = new Row("Date Time", "Name", "Value");
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";

    private final PrintStream out;
    private final Terminal terminal;
    private final Charset charset;
    private final boolean unicode;
    private final DateTimeFormatter time;
    private final Map<String, Row> latest = new LinkedHashMap<>();
    private final Timer timer;
    private List<String> footer = List.of();
    private int nameWidth = HEADER.name.length();
    private int valueWidth = HEADER.value.length();
    private long drawn;
    private boolean started;
    private boolean scheduled;
    private boolean closed;
    private Supplier<List<String>> status = List::of;
    private Runnable onBroken = () -> {};
    private boolean brokenTold;

    private record Row(String time, String name, String value) {}

    private record Widths(int time, int name, int value) {
        int total() {
            return time + name + value + BORDERS;
        }
    }

    /**
     * A table on any stream.
     *
     * @param terminal the terminal the stream is, or null if it is none
     * @param fractionalTime whether times have milliseconds
     */
    TelemetryTable(OutputStream out, Charset charset, Terminal terminal, boolean fractionalTime) {
        this.out = new PrintStream(out, false);
        this.charset = charset;
        this.terminal = terminal;
        this.unicode = Terminal.canWrite(charset, "─│┌…");
        this.time =
                DateTimeFormatter.ofPattern(
                                fractionalTime ? "dd.MM.uuuu HH:mm:ss.SSS" : "dd.MM.uuuu HH:mm:ss",
                                Locale.ROOT)
                        .withZone(ZoneOffset.UTC);
        this.timer = terminal == null ? null : new Timer("telemetry-table", true);
    }

    /**
     * A table on standard output, in place if that is a terminal.
     *
     * @param fractionalTime whether times have milliseconds, truncated
     */
    public static TelemetryTable onStdout(boolean fractionalTime) {
        return new TelemetryTable(
                System.out, Terminal.charset(), Terminal.ofStdout(), fractionalTime);
    }

    /** True if the table is redrawn in place. */
    public boolean inPlace() {
        return terminal != null;
    }

    /** What to do, once, when nobody reads the output any more. */
    public synchronized void onBroken(Runnable action) {
        onBroken = action;
    }

    /**
     * What is shown below the table in place, asked for at each drawing, once a second at least.
     */
    public synchronized void status(Supplier<List<String>> lines) {
        status = lines;
        if (terminal != null && !closed) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            refresh();
                        }
                    },
                    STATUS_MILLIS,
                    STATUS_MILLIS);
        }
    }

    private synchronized void refresh() {
        if (started && !closed) {
            draw();
        }
    }

    /** Shows samples. */
    public synchronized void show(Iterable<Sample> samples) {
        List<Row> rows = new ArrayList<>();
        for (Sample sample : samples) {
            Row row = new Row(time.format(sample.time()), sample.name(), sample.text());
            if (terminal == null) {
                rows.add(
                        new Row(
                                row.time,
                                Terminal.printable(row.name),
                                Terminal.printable(row.value)));
            } else {
                keep(new Row(row.time, kept(row.name), kept(row.value)));
            }
        }
        if (terminal != null) {
            redraw();
        } else if (!rows.isEmpty()) {
            write(String.join("\n", plain(rows)) + "\n");
        }
    }

    /** Sets the lines shown below the table. */
    public synchronized void footer(List<String> lines) {
        footer = lines.stream().map(TelemetryTable::kept).toList();
        if (terminal != null) {
            redraw();
        }
    }

    /** Draws what was not drawn yet and leaves the cursor below the table. */
    @Override
    public synchronized void close() {
        if (terminal == null || closed) {
            return;
        }
        closed = true;
        timer.cancel();
        if (started) {
            draw();
        }
    }

    private void keep(Row row) {
        if (latest.containsKey(row.name) || latest.size() < MAX_NAMES) {
            latest.put(row.name, row);
            nameWidth = Math.max(nameWidth, length(row.name));
            valueWidth = Math.max(valueWidth, length(row.value));
        }
    }

    /** Draws now or, if that was done just now, a little later. */
    private void redraw() {
        long wait = REDRAW_MILLIS - (System.nanoTime() - drawn) / 1_000_000;
        if (closed) {
            return;
        }
        if (!started || wait <= 0) {
            draw();
        } else if (!scheduled) {
            scheduled = true;
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            drawScheduled();
                        }
                    },
                    wait);
        }
    }

    private synchronized void drawScheduled() {
        if (scheduled && !closed) {
            draw();
        }
    }

    private void draw() {
        Terminal.Size size = terminal.size();
        StringBuilder frame = new StringBuilder(8192).append(HIDE_CURSOR);
        frame.append(started ? "\u001b[H" : "\u001b[2J\u001b[H");
        for (String line : inPlaceLines(size)) {
            frame.append(line).append("\u001b[K\r\n");
        }
        write(frame.append("\u001b[J").append(SHOW_CURSOR).toString());
        started = true;
        scheduled = false;
        drawn = System.nanoTime();
    }

    /** At most as many lines as the terminal has, less the one on which the cursor rests. */
    private List<String> inPlaceLines(Terminal.Size size) {
        int date = Math.min(time.format(Instant.EPOCH).length(), size.columns());
        int room = Math.max(2 * MIN_COLUMN, size.columns() - 1 - BORDERS - date);
        int value = Math.min(valueWidth, Math.max(room - nameWidth, room / 2));
        Widths widths = new Widths(date, Math.min(nameWidth, room - value), value);
        int lines = size.rows() - 1;
        List<String> wanted = new ArrayList<>(status.get());
        wanted.addAll(footer);
        List<String> below = wanted.subList(0, Math.min(wanted.size(), Math.max(0, lines - 8)));
        int fit = lines - 5 - below.size(); // title, rule, header, rule, rule
        Collection<Row> all = latest.values();
        int shown = all.size() <= fit ? all.size() : Math.max(0, fit - 1);
        List<String> result = table(all.stream().limit(shown).toList(), widths, true);
        if (shown < all.size()) {
            result.add((unicode ? "… " : "... ") + (all.size() - shown) + " more");
        }
        for (String line : below) {
            result.add(cut(line, size.columns() - 1));
        }
        return result.subList(0, Math.min(result.size(), Math.max(1, lines)));
    }

    private List<String> plain(List<Row> rows) {
        int date = HEADER.time.length();
        int name = HEADER.name.length();
        int value = HEADER.value.length();
        for (Row row : rows) {
            date = Math.max(date, length(row.time));
            name = Math.max(name, length(row.name));
            value = Math.max(value, length(row.value));
        }
        // longer ones are printed whole, but do not widen the rows of all others
        Widths widths =
                new Widths(date, Math.min(name, MAX_PLAIN_WIDTH), Math.min(value, MAX_PLAIN_WIDTH));
        List<String> lines = table(rows, widths, false);
        lines.addAll(footer);
        return lines;
    }

    private List<String> table(List<Row> rows, Widths widths, boolean cut) {
        List<String> lines = new ArrayList<>(rows.size() + 5);
        lines.add(" ".repeat(Math.max(0, (widths.total() - TITLE.length()) / 2)) + TITLE);
        lines.add(rule(widths, unicode ? "┌┬┐─" : "+++-"));
        lines.add(line(HEADER, widths, cut, false));
        lines.add(rule(widths, unicode ? "├┼┤─" : "+++-"));
        rows.forEach(row -> lines.add(line(row, widths, cut, cut && terminal.colours())));
        lines.add(rule(widths, unicode ? "└┴┘─" : "+++-"));
        return lines;
    }

    private String line(Row row, Widths widths, boolean cut, boolean colours) {
        String bar = unicode ? "│" : "|";
        String date = cut ? cut(row.time, widths.time) : row.time;
        String name = cut ? cut(row.name, widths.name) : row.name;
        String value = cut ? cut(row.value, widths.value) : row.value;
        int spare = Math.max(0, widths.time - length(date));
        return String.join(
                " ",
                bar,
                " ".repeat(spare / 2) + colour(date, 36, colours) + " ".repeat(spare - spare / 2),
                bar,
                colour(name, 35, colours) + " ".repeat(Math.max(0, widths.name - length(name))),
                bar,
                " ".repeat(Math.max(0, widths.value - length(value))) + colour(value, 32, colours),
                bar);
    }

    private static String rule(Widths widths, String corners) {
        String dash = corners.substring(3);
        return corners.charAt(0)
                + dash.repeat(widths.time + 2)
                + corners.charAt(1)
                + dash.repeat(widths.name + 2)
                + corners.charAt(1)
                + dash.repeat(widths.value + 2)
                + corners.charAt(2);
    }

    private static String colour(String text, int code, boolean colours) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private String cut(String text, int width) {
        if (length(text) <= width) {
            return text;
        }
        String dots = unicode ? "…" : "...";
        int kept = Math.max(0, width - dots.length());
        String end = dots.substring(0, Math.min(dots.length(), Math.max(0, width)));
        return text.substring(0, text.offsetByCodePoints(0, kept)) + end;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What a table in place keeps of a text: what a terminal can show, and not more. */
    private static String kept(String text) {
        return Terminal.printable(text.length() <= MAX_KEPT ? text : text.substring(0, MAX_KEPT));
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(charset);
        out.write(bytes, 0, bytes.length);
        if (out.checkError() && !brokenTold) {
            brokenTold = true;
            onBroken.run();
        }
    }
}
