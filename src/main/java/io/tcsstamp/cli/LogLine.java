package io.tcsstamp.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A line of the log: UTC time to the millisecond, level, text. Thread-safe. */
final class LogLine extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(160);
        TIME.formatTo(entry.getInstant(), line);
        line.append(' ').append(level(entry.getLevel())).append(' ');
        // what peers say may be in it: no control characters, and no line that looks like ours
        formatMessage(entry)
                .strip()
                .codePoints()
                .map(c -> Character.isISOControl(c) && c != '\t' && c != '\n' ? '?' : c)
                .forEach(c -> append(line, c));
        line.append('\n');
        if (entry.getThrown() != null) {
            StringWriter trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace, true));
            line.append(trace);
        }
        return line.toString();
    }

    private static void append(StringBuilder line, int character) {
        line.appendCodePoint(character);
        if (character == '\n') {
            line.append("  | ");
        }
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN ";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO " : "DEBUG";
    }
}
