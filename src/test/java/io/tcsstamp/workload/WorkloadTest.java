package io.tcsstamp.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.packet.Packets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the benchmarks work on has the sizes that they are said to be about. */
class WorkloadTest {
    private static final long SEED = 3;

    @Test
    void a_geolocation_packet_has_27_parameters_in_71_bytes() throws Exception {
        for (String document : List.of(JpssLike.definition(), JpssLike.calibratedDefinition())) {
            Definition definition = XtceReader.read(document, "geolocation");

            assertThat(definition.parameters()).hasSize(JpssLike.PARAMETERS);
            assertThat(bits(definition, "CCSDSPacket") + bits(definition, "Geolocation"))
                    .isEqualTo(8L * JpssLike.PACKET_LENGTH);
        }
        assertThat(packets(JpssLike.packets(20, SEED)))
                .hasSize(20)
                .allSatisfy(
                        packet -> {
                            assertThat(packet).hasSize(JpssLike.PACKET_LENGTH);
                            assertThat(CcsdsHeader.apid(packet, 0)).isEqualTo(JpssLike.APID);
                        });
    }

    @Test
    void the_large_definition_has_9500_parameters_in_39_containers() throws Exception {
        Definition definition = XtceReader.read(ManyParameters.definition(), "instrument");

        assertThat(definition.parameters()).hasSize(ManyParameters.PARAMETERS);
        assertThat(definition.containers()).hasSize(ManyParameters.CONTAINERS);
    }

    @Test
    void the_large_packets_have_865_fields_and_come_from_nine_processes() throws Exception {
        Definition definition = XtceReader.read(ManyParameters.definition(), "instrument");
        Set<Integer> apids = new HashSet<>();

        for (byte[] packet : packets(ManyParameters.packets(200, SEED))) {
            int apid = CcsdsHeader.apid(packet, 0);
            apids.add(apid);
            String container = "P%d_0".formatted(apid);
            assertThat(
                            definition.container("CCSDSPacket").entries().size()
                                    + definition.container(container).entries().size())
                    .isEqualTo(ManyParameters.FIELDS);
            assertThat(bits(definition, "CCSDSPacket") + bits(definition, container))
                    .isEqualTo(8L * packet.length);
        }
        assertThat(apids).hasSize(ManyParameters.APIDS);
    }

    private static long bits(Definition definition, String name) {
        Container container = definition.container(name);
        long bits = 0;
        for (Entry entry : container.entries()) {
            String parameter = ((Entry.OfParameter) entry).ref();
            bits +=
                    ((ParameterType.Scalar) definition.type(definition.parameters().get(parameter)))
                            .encoding()
                            .fixedSizeInBits()
                            .orElseThrow();
        }
        return bits;
    }

    private static List<byte[]> packets(byte[] stream) throws Exception {
        List<byte[]> packets = new ArrayList<>();
        try (PacketSource source = Packets.of(PacketFraming.ccsds()).open(stream)) {
            for (PacketView packet : source) {
                packets.add(packet.copy());
            }
            assertThat(source.leftoverBytes()).isZero();
        }
        return packets;
    }
}
