package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.tcsstamp.monitor.LogLines;
import io.tcsstamp.packet.CcsdsPackets;
import io.tcsstamp.telemetry.Rejection;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the data format {@code packet} takes and gives, used as a component with options. */
@Timeout(60)
class PacketDataFormatTest {
    @TempDir Path folder;
    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;
    private String uri;

    @BeforeEach
    void start() {
        context.start();
        template = context.createProducerTemplate();
        uri = "dataformat:packet:unmarshal?definitions=" + PacketStreams.definition(folder);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private List<DecodedPacket> unmarshal(String to, Object body) {
        List<DecodedPacket> packets = new ArrayList<>();
        template.requestBody(to, body, DecodedPackets.class).forEach(packets::add);
        return packets;
    }

    @Test
    void takesBytesBuffersStreamsAndFiles() throws Exception {
        byte[] two = PacketStreams.housekeepings(5, 2);
        Path file = Files.write(folder.resolve("two.bin"), two);

        for (Object body :
                List.of(
                        two,
                        Unpooled.wrappedBuffer(two),
                        new ByteArrayInputStream(two),
                        file,
                        file.toFile())) {
            assertThat(unmarshal(uri, body))
                    .as(body.getClass().getSimpleName())
                    .extracting(packet -> packet.value("COUNTER"))
                    .containsExactly(5L, 6L);
        }
    }

    @Test
    void takesTextWhereTheFramingIsOfText() {
        String hex = HexFormat.of().formatHex(PacketStreams.housekeeping(9));

        assertThat(unmarshal(uri + "&framing=hex", hex + "\n" + hex)).hasSize(2);
    }

    @Test
    void aPacketHasItsContainerItsTimeAndItsValuesByName() {
        DecodedPacket packet =
                unmarshal(
                                uri + "&time=RAW(cds:DAY,MSEC,USEC)&select=COUNTER,T*,MODE",
                                PacketStreams.housekeeping(1, 86_399, 3, 0, 2.5f))
                        .get(0);

        assertThat(packet.container()).isEqualTo("HOUSEKEEPING");
        assertThat(packet.time()).hasToString("2021-01-08T23:59:59.000250Z");
        assertThat(packet.values())
                .containsExactly(
                        java.util.Map.entry("TYPE", 0L),
                        java.util.Map.entry("COUNTER", 86_399L),
                        java.util.Map.entry("TEMPERATURE", 1.5),
                        java.util.Map.entry("MODE", "OFF"));
        assertThat(packet.raw()).containsEntry("TEMPERATURE", 3L).containsEntry("MODE", 0L);
        assertThat(packet)
                .hasToString(
                        "2021-01-08T23:59:59.000250Z HOUSEKEEPING TYPE=0 COUNTER=86399"
                                + " TEMPERATURE=1.5 MODE=OFF");
    }

    @Test
    void whatCannotBeDecodedIsBesideTheBody() {
        byte[] unknown = CcsdsPackets.create(99, 0, new byte[] {1});
        DecodedPackets packets =
                template.requestBody(
                        uri,
                        PacketStreams.all(PacketStreams.housekeeping(0), unknown, new byte[] {7}),
                        DecodedPackets.class);

        assertThat(packets).hasSize(1);
        assertThat(packets.rejections())
                .extracting(rejection -> rejection.details().get("cause"))
                .containsExactlyInAnyOrder("leftover", "unknown");
        // told of each APID, by whichever way the packets are taken
        assertThat(packets.samples().rejections())
                .filteredOn(rejection -> rejection.details().get("cause").equals("unknown"))
                .singleElement()
                .satisfies(
                        rejection -> {
                            assertThat(rejection.reason()).startsWith("unknown packet, APID 99, ");
                            assertThat(rejection.details()).containsEntry("apid", "99");
                        });
    }

    @Test
    void whatIsInNoPacketOfAStreamIsBesideTheBodyToo() throws Exception {
        byte[] bytes = PacketStreams.all(PacketStreams.housekeeping(0), new byte[] {7});
        DecodedPackets iterated =
                template.requestBody(uri, new ByteArrayInputStream(bytes), DecodedPackets.class);
        DecodedPackets sampled =
                template.requestBody(
                        uri, Files.write(folder.resolve("one.bin"), bytes), DecodedPackets.class);

        assertThat(iterated).hasSize(1);
        for (List<Rejection> rejections :
                List.of(iterated.rejections(), sampled.samples().rejections())) {
            assertThat(rejections)
                    .extracting(rejection -> rejection.details().get("cause"))
                    .containsExactly("leftover");
        }
    }

    @Test
    void howPacketsFollowEachOtherIsAsInTheBridgeUnlessItIsSaid() {
        context.getPropertiesComponent().addOverrideProperty("packet.skip", "3");
        byte[] packet = PacketStreams.housekeeping(4);
        byte[] marked = PacketStreams.all(new byte[] {1, 2, 3}, packet);

        assertThat(unmarshal(uri, marked)).hasSize(1);
        assertThat(unmarshal(uri + "&skip=0", packet)).hasSize(1);
        assertThat(unmarshal(uri + "&framing=ccsds", packet)).hasSize(1);
    }

    @Test
    void aDefinitionThatHasNotChangedIsNotReadAgain() throws Exception {
        try (PacketDataFormat format = new PacketDataFormat();
                LogLines log = new LogLines(DefinitionWatch.class)) {
            format.setCamelContext(context);
            Path definition = PacketStreams.definition(folder);
            format.setDefinitions(definition.toString());
            format.load();
            for (int look = 0; look < 3; look++) {
                format.watch().check();
            }
            assertThat(log.lines()).isEmpty();

            PacketStreams.write(
                    definition, PacketStreams.definition().replace("COUNTER", "ANOTHER_NUMBER"));
            for (int look = 0; look < 2; look++) {
                format.watch().check();
            }
            assertThat(log.lines()).singleElement().asString().contains("was read again");
        }
    }

    @Test
    void marshalsToLines() {
        Object packets =
                template.requestBody(uri + "&select=COUNTER", PacketStreams.housekeepings(1, 2));

        assertThat(template.requestBody("dataformat:stamp:marshal", packets, String.class))
                .containsPattern("COUNTER\t0000\t1\n.*COUNTER\t0000\t2\n");
        DecodedPacket first = ((DecodedPackets) packets).iterator().next();
        assertThat(template.requestBody("dataformat:stamp:marshal", first, String.class))
                .endsWith("COUNTER\t0000\t1\n");
    }

    @Test
    void aDefinitionThatCannotBeUsedIsSaidWithItsPlace() {
        Path bad =
                PacketStreams.write(
                        folder.resolve("bad.xml"),
                        PacketStreams.definition().replace("\"U32\"/>", "\"U33\"/>"));

        assertThatThrownBy(
                        () ->
                                template.requestBody(
                                        "dataformat:packet:unmarshal?definitions=" + bad,
                                        new byte[1]))
                .hasStackTraceContaining("bad.xml:")
                .hasStackTraceContaining("U33");
    }

    @Test
    void onlyUnmarshals() {
        assertThatThrownBy(
                        () -> template.requestBody(uri.replace("unmarshal", "marshal"), List.of()))
                .isInstanceOf(CamelExecutionException.class)
                .hasStackTraceContaining("data format stamp");
    }
}
