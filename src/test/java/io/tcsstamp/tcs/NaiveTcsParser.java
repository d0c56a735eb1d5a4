package io.tcsstamp.tcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tcsstamp.telemetry.Sample;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser shall read, written with split and regular expressions: slow and plain. */
final class NaiveTcsParser {
    private static final Pattern TIME =
            Pattern.compile(
                    "([0-9]{4})/([0-9]{2})/([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})"
                            + "(?:\\.([0-9]{1,6}))? UTC");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F]");

    final List<List<Sample>> blocks = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();
    private final BinaryOperator<String> textOf;

    /**
     * @param textOf the text of a name and its raw value
     */
    NaiveTcsParser(BinaryOperator<String> textOf) {
        this.textOf = textOf;
    }

    void parse(byte[] bytes) {
        for (String block : new String(bytes, ISO_8859_1).split("\u0003")) {
            List<Sample> samples = new ArrayList<>();
            for (String line : block.split("\n")) {
                String entry = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                if (!entry.isEmpty()) {
                    Sample sample = sample(entry);
                    if (sample == null) {
                        rejected.add(entry);
                    } else {
                        samples.add(sample);
                    }
                }
            }
            if (!samples.isEmpty()) {
                blocks.add(samples);
            }
        }
    }

    private Sample sample(String entry) {
        String[] fields = entry.split("\t", -1);
        if (fields.length < 3
                || fields[1].isEmpty()
                || fields[1].length() > 1024
                || CONTROL.matcher(fields[1]).find()
                || CONTROL.matcher(fields[2]).find()) {
            return null;
        }
        Instant time = time(fields[0]);
        return time == null
                ? null
                : new Sample(time, fields[1], fields[2], textOf.apply(fields[1], fields[2]));
    }

    private static Instant time(String text) {
        Matcher m = TIME.matcher(text);
        if (!m.matches() || m.group(1).equals("0000")) {
            return null;
        }
        String fraction = m.group(7) == null ? "" : m.group(7);
        try {
            return LocalDateTime.of(
                            Integer.parseInt(m.group(1)),
                            Integer.parseInt(m.group(2)),
                            Integer.parseInt(m.group(3)),
                            Integer.parseInt(m.group(4)),
                            Integer.parseInt(m.group(5)),
                            Integer.parseInt(m.group(6)),
                            Integer.parseInt((fraction + "000000000").substring(0, 9)))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
