package io.tcsstamp.cli;

import io.tcsstamp.spool.PendingReport;
import io.tcsstamp.spool.SpoolReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in JSON what spools hold, an array with an object per file. Stateless. */
final class SpoolJson {
    private SpoolJson() {}

    static String of(SpoolFolder folder, List<SpoolReport> reports, List<PendingReport> pending) {
        return Stream.concat(
                        reports.stream().map(report -> fields(folder, report)),
                        pending.stream().map(source -> fields(folder, source)))
                .map(SpoolJson::object)
                .collect(Collectors.joining(",\n ", "[", "]"));
    }

    private static Map<String, Object> fields(SpoolFolder folder, SpoolReport report) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("file", report.file().toString());
        fields.put("fileBytes", report.fileBytes());
        fields.put("destination", folder.owner(report.file()));
        fields.put("setAside", report.isSetAside());
        if (!report.damage().isEmpty()) {
            fields.put("damage", report.damage());
            return fields;
        }
        fields.put("lines", report.lines());
        fields.put("bytes", report.bytes());
        fields.put("batches", report.batches());
        fields.put("sent", report.sent());
        put(fields, "firstSample", report.firstSample());
        put(fields, "lastSample", report.lastSample());
        put(fields, "oldestStored", report.oldest());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Optional<Instant> time) {
        time.ifPresent(value -> fields.put(name, value.toString()));
    }

    private static Map<String, Object> fields(SpoolFolder folder, PendingReport source) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("file", folder.path().resolve("housekeeping.db").toString());
        fields.put("source", source.source());
        fields.put("batches", source.entries());
        fields.put("firstSample", source.firstSample());
        fields.put("lastSample", source.lastSample());
        return fields;
    }

    private static String object(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> quote(field.getKey()) + ":" + value(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
