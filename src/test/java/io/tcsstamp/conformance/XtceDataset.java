package io.tcsstamp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of real packets below {@code conformance.dir/xtce/datasets}, and what it holds.
 *
 * @param packets the file
 * @param definition an XTCE document
 * @param rootContainer where decoding begins
 * @param skip bytes before each packet
 * @param expected a JSON object per packet and line, perhaps compressed
 */
public record XtceDataset(
        Path packets, Path definition, String rootContainer, int skip, Path expected) {

    /** All data sets; empty where the folder is absent. */
    public static List<XtceDataset> load() throws IOException {
        Path folder = XtceCases.folder().resolve("datasets");
        List<XtceDataset> sets = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path list : all.filter(p -> p.endsWith("dataset.json")).sorted().toList()) {
                    for (JsonNode set : XtceCases.parse(Files.readString(list))) {
                        sets.add(of(list.getParent(), set));
                    }
                }
            }
        }
        return sets;
    }

    private static XtceDataset of(Path folder, JsonNode set) {
        return new XtceDataset(
                folder.resolve(set.get("packets").asText()),
                folder.resolve(set.get("definition").asText()),
                set.path("root_container").asText("CCSDSPacket"),
                set.path("skip_header_bytes").intValue(),
                folder.resolve(set.get("expected").asText()));
    }

    /** What is expected of each packet, line by line; to be closed. */
    public Stream<JsonNode> readExpected() throws IOException {
        InputStream bytes = Files.newInputStream(expected);
        if (expected.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes);
        }
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        return lines.lines().map(XtceDataset::parsed).onClose(() -> close(lines));
    }

    private static JsonNode parsed(String line) {
        try {
            return XtceCases.parse(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
