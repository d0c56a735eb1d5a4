package io.tcsstamp.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/**
 * One conformance case: a folder with {@code case.json}, {@code stream.raw} and {@code
 * expected.stamp}.
 *
 * @param id the name of the folder, for messages only
 * @param options the command line that the case asks for, without the endpoints
 * @param environment the settings that have no option on the command line
 * @param quarantined what must be in quarantine afterwards, as hex, in order
 */
record TcsCase(
        String id,
        List<String> options,
        Map<String, String> environment,
        Feed feed,
        byte[] stream,
        byte[] expected,
        List<String> quarantined) {

    /** Reads all cases below a folder, in the order of their paths. */
    static List<TcsCase> readAll(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(p -> p.endsWith("case.json")).sorted().toList();
            List<TcsCase> cases = new ArrayList<>();
            for (Path file : files) {
                cases.add(read(root, file));
            }
            return cases;
        }
    }

    private static TcsCase read(Path root, Path file) throws IOException {
        Path folder = file.getParent();
        String id = root.relativize(folder).toString();
        JsonObject json = parse(file);
        List<String> options = new ArrayList<>();
        Map<String, String> environment = Map.of();
        for (Map.Entry<String, Object> option : options(json).entrySet()) {
            Object value = option.getValue();
            switch (option.getKey()) {
                case "fractional_time" -> add(options, "-f", value.equals(true));
                case "clear" -> add(options, "--no-clear", value.equals(false));
                case "sort_by_name" -> add(options, "--sort-by-name", value.equals(true));
                case "rate_blocks" -> environment = Map.of("STAMP_RATE_BLOCKS", value.toString());
                default -> throw new IOException(file + ": unknown option " + option.getKey());
            }
        }
        return new TcsCase(
                id,
                options,
                environment,
                feed(file, json.getString("feed")),
                Files.readAllBytes(folder.resolve("stream.raw")),
                Files.readAllBytes(folder.resolve("expected.stamp")),
                quarantined(json));
    }

    private static JsonObject parse(Path file) throws IOException {
        try {
            return (JsonObject) Jsoner.deserialize(Files.readString(file));
        } catch (DeserializationException e) {
            throw new IOException(file + " is no JSON object", e);
        }
    }

    private static Map<String, Object> options(JsonObject json) {
        JsonObject options = json.getMap("options");
        return options == null ? Map.of() : options;
    }

    private static void add(List<String> options, String option, boolean wanted) {
        if (wanted) {
            options.add(option);
        }
    }

    private static Feed feed(Path file, String name) throws IOException {
        if (name == null) {
            return Feed.RANDOM_CHUNKS;
        }
        return switch (name) {
            case "one byte per write" -> Feed.ONE_BYTE_PER_WRITE;
            case "one write" -> Feed.ONE_WRITE;
            case "random chunks" -> Feed.RANDOM_CHUNKS;
            default -> throw new IOException(file + ": unknown feed " + name);
        };
    }

    private static List<String> quarantined(JsonObject json) {
        List<?> hex = json.getCollection("quarantined_hex");
        return hex == null ? List.of() : hex.stream().map(Object::toString).toList();
    }
}
