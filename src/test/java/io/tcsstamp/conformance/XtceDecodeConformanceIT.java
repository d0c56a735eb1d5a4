package io.tcsstamp.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.DecoderOptions;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketDecoders;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decodes one packet per case, by each decoder there is. */
class XtceDecodeConformanceIT {
    private final List<String> failures = new ArrayList<>();
    private final List<String> quirks = new ArrayList<>();

    /** A way to make a decoder. */
    interface Maker {
        PacketDecoder make(Definition definition, DecoderOptions options)
                throws DefinitionException;
    }

    @Test
    void the_interpreter_decodes_every_case() throws IOException {
        run("interpreted", PacketDecoders::interpreted);
    }

    @Test
    void the_compiled_decoder_decodes_every_case() throws IOException {
        run("compiled", PacketDecoders::compiled);
    }

    private void run(String decoder, Maker maker) throws IOException {
        int scored = 0;
        for (JsonNode one : XtceCases.load("decode")) {
            String id = decoder + ": " + one.get("id").asText();
            Outcome outcome = Outcome.of(one, maker);
            JsonNode spec = one.path("spec_expected");
            boolean isQuirk = "spp_quirk".equals(one.path("class").asText());
            if (XtceCases.isNormative(one)) {
                scored++;
                note(failures, id, outcome.difference(one));
            } else if (spec.has("expected") || spec.has("container")) {
                scored++;
                note(failures, id + " (by the standard)", outcome.difference(spec));
            } else if (isQuirk) {
                note(quirks, id, outcome.difference(one));
            } else {
                scored++;
                note(failures, id, outcome.unplacedError());
            }
        }
        quirks.forEach(quirk -> System.out.println("quirk, decided otherwise: " + quirk));
        XtceCases.report("decode", scored, failures);
    }

    private static void note(List<String> list, String id, String difference) {
        if (!difference.isEmpty()) {
            list.add(id + ": " + difference);
        }
    }

    /** What became of a case: problems of the definition, or a packet. */
    private record Outcome(List<Problem> problems, String error, PacketValues values) {
        static Outcome of(JsonNode one, Maker maker) {
            try {
                Definition definition =
                        XtceReader.read(one.get("xtce").asText(), one.get("id").asText());
                DecoderOptions options = DecoderOptions.ALL;
                if (one.hasNonNull("root_container")) {
                    options = options.withRoot(one.get("root_container").asText());
                }
                PacketDecoder decoder = maker.make(definition, options);
                byte[] packet = HexFormat.of().parseHex(one.get("packet_hex").asText());
                PacketValues values = decoder.newValues();
                decoder.decode(packet, 0, packet.length, values);
                return new Outcome(List.of(), null, values);
            } catch (DefinitionException e) {
                return new Outcome(e.problems(), e.getMessage(), null);
            } catch (IllegalArgumentException e) {
                return new Outcome(List.of(), e.getMessage(), null);
            }
        }

        /** The message of what went wrong, or null. */
        private String failed() {
            return error != null
                    ? error
                    : values.failed()
                            ? values.report().map(DecodeReport::toString).orElseThrow()
                            : null;
        }

        String difference(JsonNode expected) {
            String failed = failed();
            if (expected.hasNonNull("expected_error")) {
                return failed == null
                        ? "expected an error (%s), got %s"
                                .formatted(expected.get("expected_error"), values.toList())
                        : "";
            }
            if (failed != null) {
                return "expected %s, got %s".formatted(expected.get("expected"), failed);
            }
            String difference =
                    expected.has("expected")
                            ? ExpectedValues.difference(expected.get("expected"), values.toList())
                            : "";
            List<String> chain = values.chain().stream().map(Container::name).toList();
            List<String> wantedChain = new ArrayList<>();
            expected.path("container_chain").forEach(name -> wantedChain.add(name.asText()));
            if (expected.hasNonNull("container")
                    && !expected.get("container").asText().equals(values.container().name())) {
                difference += " container " + expected.get("container") + ", got " + chain;
            }
            if (expected.hasNonNull("container_chain") && !wantedChain.equals(chain)) {
                difference += " containers " + wantedChain + ", got " + chain;
            }
            if (expected.hasNonNull("bits_parsed")
                    && expected.get("bits_parsed").asLong() != values.bitsDecoded()) {
                difference +=
                        " bits %s, got %d"
                                .formatted(expected.get("bits_parsed"), values.bitsDecoded());
            }
            if (expected.hasNonNull("bits_parsed")
                    && expected.get("bits_parsed").asLong() < expected.get("bits_total").asLong()
                            != values.overlong()) {
                difference += " bits are left: expected another answer than " + values.overlong();
            }
            return difference;
        }

        /** A definition that is refused is refused with line and column. */
        String unplacedError() {
            for (Problem problem : problems) {
                if (problem.location().line() < 1 || problem.location().column() < 1) {
                    return "no line and column in: " + problem;
                }
            }
            return error != null && problems.isEmpty() ? error : "";
        }
    }
}
