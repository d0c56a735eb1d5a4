package io.tcsstamp.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.workload.JpssLike;
import io.tcsstamp.workload.ManyParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the compiled decoder does by itself, and what it leaves to the interpreter. */
class CompiledDecoderTest {
    @Test
    void decodes_geolocation_packets_without_the_interpreter() throws Exception {
        for (String document : List.of(JpssLike.definition(), JpssLike.calibratedDefinition())) {
            DecoderPair pair = pair(XtceReader.read(document, "test"));
            byte[] packets = JpssLike.packets(500, 1);
            for (int at = 0; at < packets.length; at += JpssLike.PACKET_LENGTH) {
                assertThat(pair.decodesAlone(packets, at, JpssLike.PACKET_LENGTH)).isTrue();
                assertThat(pair.decode(packets, at, JpssLike.PACKET_LENGTH)).isTrue();
                assertThat(pair.actual.size()).isEqualTo(JpssLike.PARAMETERS);
            }
        }
    }

    @Test
    void decodes_large_packets_without_the_interpreter() throws Exception {
        DecoderPair pair = pair(XtceReader.read(ManyParameters.definition(), "test"));
        byte[] packets = ManyParameters.packets(100, 2);
        int length = packets.length / 100;
        for (int at = 0; at < packets.length; at += length) {
            assertThat(pair.decodesAlone(packets, at, length)).isTrue();
            assertThat(pair.decode(packets, at, length)).isTrue();
            assertThat(pair.actual.size()).isEqualTo(ManyParameters.FIELDS);
        }
    }

    @Test
    void every_number_of_bits_at_every_bit_is_read_within_the_packet() throws Exception {
        Random random = new Random(3);
        for (int before = 0; before < 8; before++) {
            for (int bits = 1; bits <= 64; bits++) {
                PlanText text = new PlanText().unsigned("X", bits);
                if (before > 0) {
                    text.unsigned("P", before).root("R", "P", "X");
                } else {
                    text.root("R", "X");
                }
                DecoderPair pair = pair(text.read());
                byte[] packet = new byte[before + bits + 7 >> 3];
                random.nextBytes(packet);
                assertThat(pair.decodesAlone(packet, 0, packet.length)).isTrue();
                pair.decode(packet, 0, packet.length);
            }
        }
    }

    @Test
    void only_what_is_selected_has_slots() throws Exception {
        Definition definition = XtceReader.read(ManyParameters.definition(), "test");
        DecoderOptions ten = DecoderOptions.ALL.withSelected(name -> name.matches("P\\d+_0_1\\d0"));
        DecoderPair pair = new DecoderPair(definition, ten);
        byte[] packet = ManyParameters.packets(1, 2);
        assertThat(pair.decodesAlone(packet, 0, packet.length)).isTrue();
        pair.decode(packet, 0, packet.length);
        // and APID and PACKET_ID, which tell the packets apart
        assertThat(pair.actual.size()).isEqualTo(12);
    }

    @Test
    void a_thousand_siblings_are_told_apart() throws Exception {
        PlanText text = new PlanText().unsigned("ID", 32).unsigned("X", 8).root("R", "ID");
        for (int i = 0; i < 1000; i++) {
            text.inheritor("C" + i, "R", "ID=" + i * 1_000_003L % (1L << 31), "X");
        }
        DecoderPair pair = pair(text.read());
        for (int i = -1; i <= 1000; i++) {
            long id = i * 1_000_003L % (1L << 31);
            byte[] packet = {(byte) (id >> 24), (byte) (id >> 16), (byte) (id >> 8), (byte) id, 7};
            assertThat(pair.decode(packet, 0, 5)).isTrue();
            assertThat(pair.decodesAlone(packet, 0, 5)).isTrue();
            boolean known = i >= 0 && i < 1000;
            assertThat(pair.actual.container().name()).isEqualTo(known ? "C" + i : "R");
        }
    }

    @Test
    void numbers_beyond_an_int_are_told_apart() throws Exception {
        DecoderPair pair =
                pair(
                        new PlanText()
                                .unsigned("ID", 64)
                                .root("R", "ID")
                                .inheritor("A", "R", "ID=1")
                                .inheritor("B", "R", "ID=18446744073709551615")
                                .inheritor("C", "R", "ID=4294967297")
                                .read());
        for (byte[] packet :
                List.of(
                        new byte[] {0, 0, 0, 0, 0, 0, 0, 1},
                        new byte[] {-1, -1, -1, -1, -1, -1, -1, -1},
                        new byte[] {0, 0, 0, 1, 0, 0, 0, 1},
                        new byte[] {1, 0, 0, 0, 0, 0, 0, 1})) {
            assertThat(pair.decodesAlone(packet, 0, 8)).isTrue();
            pair.decode(packet, 0, 8);
        }
    }

    @Test
    void ambiguous_short_and_unknown_packets_have_the_reports_of_the_interpreter()
            throws Exception {
        DecoderPair pair =
                pair(
                        new PlanText()
                                .unsigned("ID", 8)
                                .unsigned("X", 16)
                                .root("R", "ID")
                                .inheritor("A", "R", "ID=1", "X")
                                .inheritor("B", "R", "ID=2", "X")
                                .inheritor("C", "R", "ID=2")
                                .read());
        assertThat(pair.decode(new byte[] {2, 0, 0}, 0, 3)).isFalse();
        assertThat(pair.actual.failure.why()).isEqualTo(Cause.AMBIGUOUS);
        assertThat(pair.decode(new byte[] {1, 0}, 0, 2)).isFalse();
        assertThat(pair.actual.failure.why()).isEqualTo(Cause.SHORT);
        assertThat(pair.decode(new byte[] {}, 0, 0)).isFalse();
        assertThat(pair.decode(new byte[] {1, 0, 9, 9}, 0, 4)).isTrue();
        assertThat(pair.actual.overlong()).isTrue();
    }

    @Test
    void a_very_large_container_is_decoded() throws Exception {
        int count = 40_000;
        PlanText text = new PlanText().unsigned("A", 5).unsigned("B", 9);
        String[] entries =
                IntStream.range(0, count)
                        .mapToObj(i -> i % 3 == 0 ? "A" : "B")
                        .toArray(String[]::new);
        DecoderPair pair = pair(text.root("R", entries).read());
        byte[] packet = new byte[count * 23 / 24 + 10];
        new Random(5).nextBytes(packet);
        assertThat(pair.decodesAlone(packet, 0, packet.length)).isTrue();
        pair.decode(packet, 0, packet.length);
        assertThat(pair.actual.size()).isEqualTo(count);
    }

    @Test
    void ranges_outside_of_the_array_and_values_of_others_are_refused() throws Exception {
        PlanText text = new PlanText().unsigned("A", 8).root("R", "A");
        PacketDecoder decoder = pair(text.read()).compiled;
        PacketValues values = decoder.newValues();
        assertThatThrownBy(() -> decoder.decode(new byte[4], 2, 3, values))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> decoder.decode(new byte[4], -1, 3, values))
                .isInstanceOf(IndexOutOfBoundsException.class);
        PacketValues others = pair(text.read()).compiled.newValues();
        assertThatThrownBy(() -> decoder.decode(new byte[4], 0, 4, others))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void threads_share_a_decoder() throws Exception {
        PacketDecoder decoder =
                pair(XtceReader.read(JpssLike.calibratedDefinition(), "test")).compiled;
        byte[] packets = JpssLike.packets(1000, 4);
        Callable<Double> sum = () -> sum(decoder, packets);
        double expected = sum.call();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Double>> sums = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sums.add(threads.submit(sum));
            }
            for (Future<Double> each : sums) {
                assertThat(each.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static double sum(PacketDecoder decoder, byte[] packets) {
        PacketValues values = decoder.newValues();
        double sum = 0;
        for (int at = 0; at < packets.length; at += JpssLike.PACKET_LENGTH) {
            decoder.decode(packets, at, JpssLike.PACKET_LENGTH, values);
            for (int slot = 0; slot < values.size(); slot++) {
                sum += values.number(slot);
            }
        }
        return sum;
    }

    private static DecoderPair pair(Definition definition) throws Exception {
        return new DecoderPair(definition, DecoderOptions.ALL);
    }
}
