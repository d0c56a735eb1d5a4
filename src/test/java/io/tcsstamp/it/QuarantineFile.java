package io.tcsstamp.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** Reads what the program put into its quarantine folder. */
final class QuarantineFile {
    /** One quarantined piece; the length counts bytes. */
    record Entry(String origin, String reason, long length, String hex) {}

    private static final Pattern LENGTH = Pattern.compile("\"length\":(\\d+)");

    private QuarantineFile() {}

    /** All entries, oldest first; none where the folder is absent. */
    static List<Entry> read(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                // a line that is just being written has no end yet: leave it for the next look
                String text = Files.readString(file);
                int end = text.lastIndexOf('\n') + 1;
                text.substring(0, end).lines().map(QuarantineFile::entry).forEach(entries::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Entry entry(String line) {
        try {
            JsonObject json = (JsonObject) Jsoner.deserialize(line);
            return new Entry(
                    json.getString("origin"),
                    json.getString("reason"),
                    json.getLong("length"),
                    json.getString("hex"));
        } catch (DeserializationException e) {
            throw new AssertionError("no JSON in the quarantine file: " + line, e);
        }
    }

    /** The bytes of all entries in order, as hex. */
    static List<String> hex(Path folder) {
        return read(folder).stream().map(Entry::hex).toList();
    }

    /** The sum of the lengths of all entries, in bytes, without reading the hex into memory. */
    static long totalLength(Path folder) {
        if (Files.notExists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            long sum = 0;
            for (Path file : files.toList()) {
                try (BufferedReader lines = Files.newBufferedReader(file)) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        sum += length(line);
                    }
                }
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(String line) {
        Matcher length = LENGTH.matcher(line);
        if (!length.find()) {
            throw new AssertionError("a quarantine entry without a length: " + line);
        }
        return Long.parseLong(length.group(1));
    }
}
