package io.tcsstamp.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.packet.Bits;
import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.CcsdsPackets;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.packet.Packets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Frames, makes and takes apart packets as the cases say. */
class XtceFramingConformanceIT {
    private static final HexFormat HEX = HexFormat.of();

    /** What the cases expect, and what came. */
    private final List<String> failures = new ArrayList<>();

    @Test
    void every_framing_case_gives_the_expected_packets() throws IOException {
        int count = 0;
        for (JsonNode one : XtceCases.load("framing")) {
            count += XtceCases.isNormative(one) ? 1 : 0;
            byte[] input = HEX.parseHex(one.get("input_hex").asText());
            Packets packets = packets(one);
            compare(one, "array", packets.open(input));
            compare(one, "stream", packets.open(byteByByte(input)));
        }
        XtceCases.report("framing", count, failures);
    }

    @Test
    void every_create_case_gives_the_expected_bytes() throws IOException {
        List<JsonNode> cases = XtceCases.load("create");
        for (JsonNode one : cases) {
            String got;
            try {
                got = HEX.formatHex(create(one.get("generator").asText(), one.get("args")));
            } catch (IllegalArgumentException e) {
                got = "error";
            }
            check(one, "", one.path("expected_hex").asText("error"), got);
        }
        XtceCases.report("create", cases.size(), failures);
    }

    @Test
    void every_extract_bits_case_gives_the_expected_number() throws IOException {
        List<JsonNode> cases = XtceCases.load("extract_bits");
        for (JsonNode one : cases) {
            byte[] input = HEX.parseHex(one.get("input_hex").asText());
            int start = one.get("start").intValue();
            int width = one.get("nbits").intValue();
            String got;
            try {
                got = Bits.unsignedBig(input, 0, start, width).toString();
                if (width <= 64) {
                    check(one, "long", got, "" + Bits.unsigned(input, 0, start, width));
                }
            } catch (IndexOutOfBoundsException e) {
                got = "error";
            }
            String expected = one.has("expected_error") ? "error" : one.get("expected").asText();
            check(one, "", expected, got);
        }
        XtceCases.report("extract_bits", cases.size(), failures);
    }

    @Test
    void every_packet_of_the_real_files_is_where_it_is_expected() throws IOException {
        List<XtceDataset> sets = XtceDataset.load();
        assumeTrue(!sets.isEmpty(), "conformance: skipped, there is no data set");
        for (XtceDataset set : sets) {
            PacketFraming framing = PacketFraming.ccsds().skip(set.skip());
            try (PacketSource source = Packets.of(framing).open(set.packets());
                    Stream<JsonNode> expected = set.readExpected()) {
                Iterator<JsonNode> lines = expected.iterator();
                while (source.next()) {
                    JsonNode line = lines.next();
                    assertThat(placed(source.packet()))
                            .as("%s %s", set.packets(), line.path("index"))
                            .isEqualTo(
                                    "%s %s %s %s"
                                            .formatted(
                                                    line.get("offset"),
                                                    line.get("length"),
                                                    line.get("apid"),
                                                    line.get("seq_count")));
                }
                assertThat(lines.hasNext()).as("%s has more packets", set.packets()).isFalse();
                assertThat(source.lostBytes()).isZero();
            }
        }
        System.out.println("conformance: the packets of " + sets.size() + " data sets are cut");
    }

    private static String placed(PacketView packet) {
        byte[] bytes = packet.bytes();
        return "%d %d %d %d"
                .formatted(
                        packet.position(),
                        packet.length(),
                        CcsdsHeader.apid(bytes, packet.offset()),
                        CcsdsHeader.sequenceCount(bytes, packet.offset()));
    }

    private static Packets packets(JsonNode one) {
        JsonNode options = one.path("kwargs");
        String generator = one.get("generator").asText();
        PacketFraming framing =
                switch (generator) {
                    case "ccsds" -> PacketFraming.ccsds();
                    case "udp" -> PacketFraming.udp();
                    case "fixed_length" ->
                            PacketFraming.fixed(options.get("packet_length_bytes").intValue());
                    default -> throw new IllegalArgumentException("no generator " + generator);
                };
        Packets packets = Packets.of(framing.skip(options.path("skip_header_bytes").intValue()));
        return options.path("combine_segmented_packets").asBoolean()
                ? packets.combineSegments(options.path("secondary_header_bytes").intValue())
                : packets;
    }

    private void compare(JsonNode one, String how, PacketSource source) throws IOException {
        String end = "";
        List<String> got = new ArrayList<>();
        try (source) {
            while (source.next()) {
                got.add(described(one, source.packet()));
            }
        } catch (IOException e) {
            end = "error";
        }
        List<String> expected = new ArrayList<>();
        one.get("expected_packets").forEach(packet -> expected.add(packet.toString()));
        check(one, how, expected.toString(), got.toString());
        check(one, how, one.has("expected_error") ? "error" : "", end);
    }

    /** The packet as the case writes it. */
    private static String described(JsonNode one, PacketView packet) throws IOException {
        byte[] b = packet.bytes();
        int at = packet.offset();
        Map<String, Integer> header = new LinkedHashMap<>();
        switch (one.get("generator").asText()) {
            case "ccsds" -> {
                header.put("version", CcsdsHeader.version(b, at));
                header.put("type", CcsdsHeader.type(b, at));
                header.put("sec_hdr", CcsdsHeader.secondaryHeaderFlag(b, at));
                header.put("apid", CcsdsHeader.apid(b, at));
                header.put("seq_flags", CcsdsHeader.sequenceFlags(b, at));
                header.put("seq_count", CcsdsHeader.sequenceCount(b, at));
                header.put("data_length", CcsdsHeader.dataLength(b, at));
            }
            case "udp" -> {
                header.put("source_port", (int) Bits.unsigned(b, at, 0, 16));
                header.put("dest_port", (int) Bits.unsigned(b, at, 16, 16));
                header.put("length", (int) Bits.unsigned(b, at, 32, 16));
                header.put("checksum", (int) Bits.unsigned(b, at, 48, 16));
            }
            default -> header.clear();
        }
        StringBuilder json = new StringBuilder("{\"hex\":\"");
        json.append(HEX.formatHex(b, at, at + packet.length())).append('"');
        header.forEach((name, value) -> json.append(",\"" + name + "\":" + value));
        return XtceCases.parse(json.append('}').toString()).toString();
    }

    private static byte[] create(String generator, JsonNode args) {
        String data = args.path("data").asText("udp".equals(generator) ? "hex:" : "hex:00");
        byte[] bytes = HEX.parseHex(data.substring("hex:".length()));
        if ("udp".equals(generator)) {
            return CcsdsPackets.createUdp(
                    number(args, "source_port", 0),
                    number(args, "dest_port", 0),
                    bytes,
                    number(args, "checksum", 0));
        }
        return CcsdsPackets.create(
                number(args, "version_number", 0),
                number(args, "type", 0),
                number(args, "secondary_header_flag", 0),
                number(args, "apid", CcsdsHeader.IDLE_APID),
                number(args, "sequence_flags", CcsdsHeader.UNSEGMENTED),
                number(args, "sequence_count", 0),
                bytes);
    }

    /** What is no whole number cannot be said in Java. */
    private static int number(JsonNode args, String name, int otherwise) {
        JsonNode value = args.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(name + " is no whole number: " + value);
        }
        return value.intValue();
    }

    private void check(JsonNode one, String how, String expected, String got) {
        if (!expected.equals(got)) {
            String text =
                    "%s %s%n  expected %s%n  got      %s"
                            .formatted(one.get("id").asText(), how, expected, got);
            if (XtceCases.isNormative(one)) {
                failures.add(text);
            } else {
                System.out.println("conformance: decided otherwise on purpose: " + text);
            }
        }
    }

    private static InputStream byteByByte(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(1, length));
            }
        };
    }
}
