package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.packet.CcsdsPackets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Packets whose sizes and counts lie: the packet fails with a word on its container and parameter,
 * what stands behind it is decoded, and memory and time stay small.
 */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePacketsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int GOOD_APID = 9;

    @TempDir Path folder;

    private Path definition;

    @BeforeEach
    void writeDefinition() throws IOException {
        definition = folder.resolve("lies.xml");
        try (Writer writer = Files.newBufferedWriter(definition)) {
            HostileDefinition.document(writer, types(), parameters(), containers());
        }
    }

    private static String types() {
        return integer("U3", 3)
                + integer("U1", 1)
                + integer("U11", 11)
                + integer("U16", 16)
                + integer("U32", 32)
                + HostileDefinition.binary(bySize("1", "-4000")).replace("\"U8\"", "\"LESS\"")
                + HostileDefinition.binary(bySize("8", "0")).replace("\"U8\"", "\"BYTES\"")
                + HostileDefinition.binary("<FixedValue>0</FixedValue>")
                        .replace("\"U8\"", "\"NOTHING\"")
                + """
                <StringParameterType name="TEXT"><StringDataEncoding><Variable maxSizeInBits="99">
                %s</Variable></StringDataEncoding></StringParameterType>
                <ArrayParameterType name="LIST" arrayTypeRef="U16"><DimensionList><Dimension>
                <StartingIndex><FixedValue>0</FixedValue></StartingIndex>
                <EndingIndex>%s</EndingIndex></Dimension></DimensionList></ArrayParameterType>
                """
                        .formatted(bySize("8", "0"), bySize("1", "-4000"));
    }

    private static String integer(String name, int bits) {
        return ("<IntegerParameterType name=\"%s\" signed=\"false\">"
                        + "<IntegerDataEncoding sizeInBits=\"%d\"/></IntegerParameterType>\n")
                .formatted(name, bits);
    }

    private static String bySize(String slope, String intercept) {
        return ("<DynamicValue><ParameterInstanceRef parameterRef=\"SIZE\"/>"
                        + "<LinearAdjustment slope=\"%s\" intercept=\"%s\"/></DynamicValue>")
                .formatted(slope, intercept);
    }

    private static String parameters() {
        StringBuilder all = new StringBuilder();
        for (String each :
                List.of(
                        "VERSION U3",
                        "TYPE U1",
                        "FLAG U1",
                        "APID U11",
                        "SEQUENCE U16",
                        "LENGTH U16",
                        "SIZE U32",
                        "NEGATIVE LESS",
                        "LONG_BYTES BYTES",
                        "LONG_TEXT TEXT",
                        "NEGATIVE_LIST LIST",
                        "EMPTY NOTHING",
                        "VALUE U32")) {
            String[] words = each.split(" ");
            all.append(
                    "<Parameter name=\"%s\" parameterTypeRef=\"%s\"/>\n"
                            .formatted(words[0], words[1]));
        }
        return all.toString();
    }

    private static String containers() {
        StringBuilder root = new StringBuilder();
        for (String name : "VERSION TYPE FLAG APID SEQUENCE LENGTH SIZE".split(" ")) {
            root.append(HostileDefinition.entry(name));
        }
        String forever =
                "<ParameterRefEntry parameterRef=\"EMPTY\"><RepeatEntry><Count>"
                        + bySize("1", "0")
                        + "</Count></RepeatEntry></ParameterRefEntry>";
        return HostileDefinition.container("ROOT", root.toString(), "")
                        .replace("name=", "abstract=\"true\" name=")
                + of(1, HostileDefinition.entry("NEGATIVE"))
                + of(2, HostileDefinition.entry("LONG_BYTES"))
                + of(3, HostileDefinition.entry("LONG_TEXT"))
                + of(4, "<ArrayParameterRefEntry parameterRef=\"NEGATIVE_LIST\"/>")
                + of(5, forever)
                + of(GOOD_APID, HostileDefinition.entry("VALUE"));
    }

    private static String of(int apid, String entries) {
        return HostileDefinition.container(
                "P" + apid,
                entries,
                ("<BaseContainer containerRef=\"ROOT\"><RestrictionCriteria>"
                                + "<Comparison parameterRef=\"APID\" value=\"%d\"/>"
                                + "</RestrictionCriteria></BaseContainer>")
                        .formatted(apid));
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of(1, 5, "NEGATIVE"),
                Arguments.of(2, -1, "LONG_BYTES"),
                Arguments.of(2, 300, "LONG_BYTES"),
                Arguments.of(3, 0x7FFFFFFF, "LONG_TEXT"),
                Arguments.of(4, 7, "NEGATIVE_LIST"),
                Arguments.of(5, -1, "EMPTY"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void a_size_that_lies_fails_its_packet_alone(int apid, int size, String parameter)
            throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(packet(apid, size, 1));
        stream.writeBytes(packet(GOOD_APID, 0, 42));

        try (BridgeProcess program = parse(stream.toByteArray())) {
            List<String> lines = program.stdout().lines();
            assertThat(lines).as(program.report()).hasSize(2);
            assertThat(lines.get(0)).contains(parameter).doesNotContain("\"error\":null");
            assertThat(lines.get(1)).contains("\"VALUE\":{\"raw\":42,", "\"error\":null");
        }
    }

    @Test
    void a_length_field_beyond_the_end_is_a_leftover_of_so_many_bytes() throws Exception {
        byte[] lying = packet(GOOD_APID, 0, 1);
        lying[4] = (byte) 0xFF;
        lying[5] = (byte) 0xFF;
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(packet(GOOD_APID, 0, 42));
        stream.writeBytes(lying);

        try (BridgeProcess program = parse(stream.toByteArray())) {
            assertThat(program.stdout().lines()).as(program.report()).hasSize(1);
            assertThat(program.stderr().text()).contains(lying.length + " bytes");
        }
    }

    @Test
    void random_bytes_come_to_an_end() throws Exception {
        byte[] random = new byte[8 << 20];
        new SplittableRandom(20261121).nextBytes(random);

        parse(random).close();
        parse(random, "--resync").close();
    }

    private static byte[] packet(int apid, int size, int value) {
        byte[] data = ByteBuffer.allocate(8).putInt(size).putInt(value).array();
        return CcsdsPackets.create(apid, 0, data);
    }

    private BridgeProcess parse(byte[] stream, String... options) throws Exception {
        Path file = Files.write(folder.resolve("packets.bin"), stream);
        String[] fixed = {
            "parse", "--root-container", "ROOT", "--format", "jsonl", "--definition",
        };
        BridgeProcess program =
                BridgeProcess.start(
                        folder,
                        Map.of(),
                        Stream.of(
                                        Stream.of(fixed),
                                        Stream.of(definition.toString(), file.toString()),
                                        Stream.of(options))
                                .flatMap(each -> each)
                                .toArray(String[]::new));
        assertThat(program.awaitExit(LIMIT)).as(program.report()).isIn(0, 1);
        assertThat(program.stderr().text())
                .doesNotContain("Exception", "\tat ", "OutOfMemory", "StackOverflow");
        return program;
    }
}
