package io.tcsstamp.conformance;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tcsstamp.it.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The conformance cases below {@code conformance.dir/xtce}: one JSON object per line, in files of
 * any name that ends in {@code .jsonl}. Files whose lines have no {@code kind} are something else.
 */
public final class XtceCases {
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            new JsonFactoryBuilder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNumberLength(1 << 20)
                                                    .maxStringLength(1 << 28)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                    .build();

    private XtceCases() {}

    /** The folder of the cases; it may be absent. */
    public static Path folder() {
        return Folders.fromProperty("conformance.dir", "../shared/conformance").resolve("xtce");
    }

    /** A line of JSON; integers of any size are kept. */
    public static JsonNode parse(String line) throws IOException {
        return JSON.readTree(line);
    }

    /**
     * All cases of a kind ({@code decode}, {@code framing}, {@code create}, {@code extract_bits},
     * {@code validate}). Where there is none the calling test is skipped with a message.
     */
    public static List<JsonNode> load(String kind) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        for (Path file : files()) {
            for (JsonNode one : read(file)) {
                if (kind.equals(one.path("kind").asText())) {
                    cases.add(one);
                }
            }
        }
        if (cases.isEmpty()) {
            String message =
                    "conformance: skipped, there is no case of kind " + kind + " below " + folder();
            System.out.println(message);
            assumeTrue(false, message);
        }
        return cases;
    }

    /** A case that the standard decides; the others are of class quirk or limitation. */
    public static boolean isNormative(JsonNode one) {
        return "normative".equals(one.path("class").asText("normative"));
    }

    /** Fails with the list (case id, expected, got), or says how many cases pass. */
    public static void report(String kind, int cases, List<String> failures) {
        String where = " cases of kind " + kind + " below " + folder();
        if (!failures.isEmpty()) {
            fail(
                    "%d of %d%s failed:%n%s"
                            .formatted(
                                    failures.size(),
                                    cases,
                                    where,
                                    String.join(System.lineSeparator(), failures)));
        }
        System.out.println("conformance: " + cases + where + " pass");
    }

    private static List<Path> files() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    private static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                JsonNode one = parse(line);
                if (!one.has("kind")) {
                    return cases;
                }
                cases.add(one);
            }
        }
        return cases;
    }
}
