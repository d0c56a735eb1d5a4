package io.tcsstamp.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.packet.Packets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Decodes every packet of files of real ones, by each decoder there is. */
class XtceDatasetConformanceIT {
    private static final int ENOUGH = 20;

    private final List<String> failures = new ArrayList<>();
    private int packets;

    @Test
    void every_packet_of_the_datasets_has_the_expected_values()
            throws IOException, DefinitionException {
        List<Path> sets = sets();
        assumeTrue(!sets.isEmpty(), "there is no dataset below " + XtceCases.folder());
        for (Path set : sets) {
            for (JsonNode one : XtceCases.parse(Files.readString(set))) {
                Path folder = set.getParent();
                Definition definition =
                        XtceReader.read(folder.resolve(one.get("definition").asText()));
                DecoderOptions options =
                        DecoderOptions.ALL.withRoot(one.get("root_container").asText());
                compare(one, folder, PacketDecoders.interpreted(definition, options));
                compare(one, folder, PacketDecoders.compiled(definition, options));
            }
        }
        XtceCases.report("dataset packet", packets, failures);
        assertThat(packets).isPositive();
    }

    private static List<Path> sets() throws IOException {
        if (!Files.isDirectory(XtceCases.folder())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(XtceCases.folder())) {
            return all.filter(path -> path.endsWith("dataset.json")).sorted().toList();
        }
    }

    private void compare(JsonNode set, Path folder, PacketDecoder decoder) throws IOException {
        Path expected = folder.resolve(set.get("expected").asText());
        PacketFraming framing = PacketFraming.ccsds().skip(set.path("skip_header_bytes").asInt());
        PacketValues values = decoder.newValues();
        try (BufferedReader lines = lines(expected);
                PacketSource source =
                        Packets.of(framing).open(folder.resolve(set.get("packets").asText()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode wanted = XtceCases.parse(line);
                packets++;
                String where = expected.getFileName() + " packet " + wanted.get("index");
                if (!source.next()) {
                    failures.add(where + ": there is no such packet");
                    return;
                }
                PacketView packet = source.packet();
                decoder.decode(packet.bytes(), packet.offset(), packet.length(), values);
                String difference = difference(wanted, values);
                if (!difference.isEmpty()) {
                    failures.add(where + ": " + difference);
                }
                if (failures.size() > ENOUGH) {
                    return;
                }
            }
            if (source.next()) {
                failures.add(expected.getFileName() + ": there are more packets");
            }
        }
    }

    private static BufferedReader lines(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    private static String difference(JsonNode wanted, PacketValues values) {
        String status = wanted.get("status").asText();
        String got =
                values.failed()
                        ? values.report().orElseThrow().cause().name()
                        : values.overlong() ? "OVERLONG" : "OK";
        boolean same =
                switch (status) {
                    case "ok" -> got.equals("OK");
                    case "ok_bits_mismatch" -> got.equals("OVERLONG");
                    case "unrecognized" -> got.equals("UNKNOWN") || got.equals("AMBIGUOUS");
                    default -> values.failed();
                };
        if (!same) {
            return "expected " + status + ", got " + got;
        }
        if (status.equals("error")) {
            return "";
        }
        List<String> chain = values.chain().stream().map(Container::name).toList();
        List<String> wantedChain = new ArrayList<>();
        wanted.path("container_chain").forEach(name -> wantedChain.add(name.asText()));
        if (wanted.hasNonNull("container_chain") && !wantedChain.equals(chain)) {
            return "containers " + wantedChain + ", got " + chain;
        }
        return ExpectedValues.difference(wanted.get("values"), values.toList());
    }
}
