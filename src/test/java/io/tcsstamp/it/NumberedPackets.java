package io.tcsstamp.it;

import io.tcsstamp.packet.CcsdsPackets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Packets that only hold a number, also as their sequence count, and what STAMP gets of them. */
final class NumberedPackets {
    /** The application process identifier of packets of container FIRST, with parameter NUMBER. */
    static final int FIRST = 20;

    /** The same of container SECOND, with parameter OTHER. */
    static final int SECOND = 21;

    /** Bytes of a packet. */
    static final int LENGTH = 14;

    /** What {@code packet.select} must be. */
    static final String SELECTED = "NUMBER,OTHER,RENAMED";

    private NumberedPackets() {}

    /** An XTCE document about them. */
    static String definition() {
        StringBuilder types = new StringBuilder();
        for (int bits : new int[] {1, 2, 3, 11, 14, 16, 32}) {
            types.append(
                    """
                    <IntegerParameterType name="U%d" signed="false">
                    <IntegerDataEncoding sizeInBits="%<d"/></IntegerParameterType>
                    """
                            .formatted(bits));
        }
        StringBuilder parameters = new StringBuilder();
        StringBuilder header = new StringBuilder();
        for (String each :
                List.of(
                        "VERSION 3",
                        "TYPE 1",
                        "FLAG 1",
                        "APID 11",
                        "FLAGS 2",
                        "COUNT 14",
                        "LENGTH 16")) {
            String name = each.substring(0, each.indexOf(' '));
            parameters.append(parameter(name, each.substring(each.indexOf(' ') + 1)));
            header.append(HostileDefinition.entry(name));
        }
        parameters.append(parameter("SPARE", "32"));
        parameters.append(parameter("NUMBER", "32")).append(parameter("OTHER", "32"));
        String root =
                HostileDefinition.container("ROOT", header.toString(), "")
                        .replace("name=", "abstract=\"true\" name=");
        StringWriter document = new StringWriter();
        try {
            HostileDefinition.document(
                    document,
                    types.toString(),
                    parameters.toString(),
                    root
                            + container("FIRST", FIRST, "NUMBER")
                            + container("SECOND", SECOND, "OTHER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document.toString();
    }

    private static String parameter(String name, String bits) {
        return "<Parameter name=\"%s\" parameterTypeRef=\"U%s\"/>%n".formatted(name, bits);
    }

    private static String container(String name, int apid, String parameter) {
        return HostileDefinition.container(
                name,
                HostileDefinition.entry("SPARE") + HostileDefinition.entry(parameter),
                """
                <BaseContainer containerRef="ROOT"><RestrictionCriteria>
                <Comparison parameterRef="APID" value="%d"/>
                </RestrictionCriteria></BaseContainer>\
                """
                        .formatted(apid));
    }

    /** The packet with a number. */
    static byte[] packet(int apid, int number) {
        byte[] data = ByteBuffer.allocate(8).putInt(0x5A5A5A5A).putInt(number).array();
        return CcsdsPackets.create(apid, number & 0x3FFF, data);
    }

    /** Packets of {@link #FIRST} from one number to another, the last one not included. */
    static byte[] packets(int from, int to) {
        ByteArrayOutputStream all = new ByteArrayOutputStream((to - from) * LENGTH);
        IntStream.range(from, to).forEach(i -> all.writeBytes(packet(FIRST, i)));
        return all.toByteArray();
    }

    /** One behind the other. */
    static byte[] all(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    /** What {@link #values} gives for {@link #packets}. */
    static List<String> expected(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "NUMBER=" + i).toList();
    }

    /** Lines of STAMP as NAME=VALUE, without their time. */
    static List<String> values(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(line.indexOf('\t') + 1).replace("\t0000\t", "="))
                .toList();
    }
}
