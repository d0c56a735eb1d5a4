package io.tcsstamp.packet;

import static io.tcsstamp.packet.Streams.bytes;
import static io.tcsstamp.packet.Streams.hex;
import static io.tcsstamp.packet.Streams.join;
import static io.tcsstamp.packet.Streams.packet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.packet.LostBytes.Cause;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketReaderTest {
    private static final byte[] FIRST = packet(5, 0, 4);
    private static final byte[] SECOND = packet(6, 3, 1);

    private final Events events = new Events();

    @Test
    void a_packet_is_seen_where_it_was_fed() throws IOException {
        byte[] stream = join(new byte[3], FIRST, SECOND, new byte[3]);
        PacketReader reader = Packets.of(PacketFraming.ccsds()).reader();
        reader.feed(stream, 3, FIRST.length + SECOND.length);

        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().bytes()).isSameAs(stream);
        assertThat(reader.packet().offset()).isEqualTo(3);
        assertThat(reader.packet().length()).isEqualTo(FIRST.length);
        assertThat(reader.packet().position()).isZero();
        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().bytes()).isSameAs(stream);
        assertThat(reader.packet().position()).isEqualTo(FIRST.length);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void only_the_packet_that_is_cut_in_two_is_copied() throws IOException {
        byte[] stream = join(FIRST, SECOND);
        PacketReader reader = Packets.of(PacketFraming.ccsds()).reader();
        reader.feed(stream, 0, 7);
        assertThat(reader.next()).isFalse();
        byte[] rest = Arrays.copyOfRange(stream, 7, stream.length);
        reader.feed(rest, 0, rest.length);

        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().copy()).isEqualTo(FIRST);
        assertThat(reader.packet().bytes()).isNotSameAs(rest);
        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().copy()).isEqualTo(SECOND);
        assertThat(reader.packet().bytes()).isSameAs(rest);
        assertThat(reader.packet().position()).isEqualTo(FIRST.length);
    }

    @Test
    void a_handler_that_fails_has_had_its_packet() throws IOException {
        PacketReader reader = Packets.of(PacketFraming.ccsds()).reader();
        byte[] stream = join(FIRST, SECOND);
        reader.feed(stream, 0, stream.length);
        assertThatThrownBy(
                        () ->
                                reader.forEach(
                                        (bytes, offset, length, position) -> {
                                            throw new IllegalStateException("full");
                                        }))
                .hasMessage("full");
        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().copy()).isEqualTo(SECOND);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void a_packet_is_there_with_its_last_byte() throws IOException {
        PacketReader reader = Packets.of(PacketFraming.ccsds()).reader();
        for (int i = 0; i < FIRST.length; i++) {
            reader.feed(FIRST, i, 1);
            assertThat(reader.next()).isEqualTo(i == FIRST.length - 1);
        }
    }

    @Test
    void nothing_is_fed_before_the_packets_fed_earlier_are_taken() {
        PacketReader reader = Packets.of(PacketFraming.ccsds()).reader();
        reader.feed(FIRST, 0, FIRST.length);
        assertThatThrownBy(() -> reader.feed(SECOND, 0, SECOND.length))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call next()");
        assertThatThrownBy(() -> reader.feed(SECOND, 5, SECOND.length))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void what_is_left_is_reported_with_its_bytes() throws IOException {
        Packets packets = Packets.of(PacketFraming.ccsds()).listener(events);
        assertThat(Streams.read(packets, join(FIRST, bytes("0006c0")))).hasSize(1);
        assertThat(Streams.read(packets, join(FIRST, bytes("0006c000000461")))).hasSize(1);

        assertThat(events.causes()).containsExactly(Cause.LEFTOVER, Cause.LEFTOVER);
        LostBytes header = events.lost.get(0);
        assertThat(hex(header.bytes())).isEqualTo("0006c0");
        assertThat(header.position()).isEqualTo(FIRST.length);
        assertThat(header.apid()).isEqualTo(-1);
        assertThat(header.reason())
                .isEqualTo("3 bytes are left at the end, the header of a packet takes 6");
        LostBytes packet = events.lost.get(1);
        assertThat(hex(packet.bytes())).isEqualTo("0006c000000461");
        assertThat(packet.apid()).isEqualTo(6);
        assertThat(packet.reason()).isEqualTo("7 bytes are left at the end, the packet takes 11");
    }

    @Test
    void a_datagram_ends_its_packets_and_the_stream_goes_on() throws IOException {
        PacketReader reader = Packets.of(PacketFraming.ccsds()).listener(events).reader();
        reader.feed(FIRST, 0, FIRST.length - 1);
        reader.endOfDatagram();
        assertThat(reader.next()).isFalse();
        assertThat(reader.leftoverBytes()).isEqualTo(FIRST.length - 1);
        reader.feed(SECOND, 0, SECOND.length);
        reader.endOfDatagram();
        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().copy()).isEqualTo(SECOND);
        assertThat(reader.packet().position()).isEqualTo(FIRST.length - 1);
        assertThat(reader.next()).isFalse();
        assertThat(reader.lostBytes()).isEqualTo(FIRST.length - 1);
    }

    @Test
    void bytes_before_each_packet_are_skipped() throws IOException {
        Packets packets = Packets.of(PacketFraming.ccsds().skip(4)).listener(events);
        byte[] stream = join(bytes("11111111"), FIRST, bytes("22222222"), SECOND, bytes("3333"));
        assertThat(Streams.read(packets, stream))
                .containsExactly("4 " + hex(FIRST), (8 + FIRST.length) + " " + hex(SECOND));
        assertThat(hex(events.lost.get(0).bytes())).isEqualTo("3333");
    }

    @Test
    void another_synchronisation_pattern_is_an_error_where_nothing_is_skipped() throws IOException {
        Packets packets = Packets.of(PacketFraming.ccsds().sync(bytes("1acf")));
        assertThat(Streams.read(packets, join(bytes("1acf"), FIRST))).hasSize(1);
        assertThatThrownBy(
                        () ->
                                Streams.read(
                                        packets, join(bytes("1acf"), FIRST, bytes("1ace"), SECOND)))
                .isInstanceOf(FramingException.class)
                .hasMessageContaining("at byte " + (4 + FIRST.length))
                .hasMessageContaining("not the synchronisation pattern")
                .hasMessageContaining("is the framing ccsds behind 1acf?");
    }

    @Test
    void a_length_field_of_any_width_at_any_bit() throws IOException {
        // 4 bits of something, 12 bits with the number of bytes behind them
        Packets packets = Packets.of(PacketFraming.lengthField(4, 12, 2));
        assertThat(Streams.read(packets, bytes("f001aa 0000 a003010203")))
                .containsExactly("0 f001aa", "3 0000", "5 a003010203");
    }

    @Test
    void a_length_field_may_count_its_own_packet_without_the_rest() throws IOException {
        Packets packets = Packets.of(PacketFraming.lengthField(0, 8, -1));
        assertThat(Streams.read(packets, bytes("0301 02 0400aa")))
                .containsExactly("0 0301", "2 02", "3 0400aa");
    }

    @Test
    void a_length_that_cannot_be_is_an_error_where_nothing_is_skipped() {
        for (String framing : List.of("length:0:8", "length:0:8:-5")) {
            assertThatThrownBy(
                            () ->
                                    Streams.read(
                                            Packets.of(PacketFraming.parse(framing)),
                                            bytes("00112233")))
                    .isInstanceOf(FramingException.class)
                    .hasMessageContaining("possible are 1 to 16777216");
        }
        assertThatThrownBy(
                        () ->
                                Streams.read(
                                        Packets.of(PacketFraming.lengthField(0, 32, 0)),
                                        bytes("ffffffff00")))
                .hasMessageContaining("a packet of 4294967295 bytes by its length field");
        assertThatThrownBy(
                        () ->
                                Streams.read(
                                        Packets.of(PacketFraming.ccsds().maxLength(20)),
                                        join(FIRST, packet(1, 1, 15))))
                .hasMessageContaining("at byte " + FIRST.length)
                .hasMessageContaining("a packet of 21 bytes");
        assertThatThrownBy(
                        () ->
                                Streams.read(
                                        Packets.of(PacketFraming.udp()), bytes("0050005000070000")))
                .hasMessageContaining("a packet of 7 bytes");
    }

    @Test
    void what_is_left_of_packets_of_one_length_is_reported() throws IOException {
        Packets packets = Packets.of(PacketFraming.fixed(4)).listener(events);
        assertThat(Streams.read(packets, bytes("01020304 05060708 090a")))
                .containsExactly("0 01020304", "4 05060708");
        assertThat(hex(events.lost.get(0).bytes())).isEqualTo("090a");
        assertThat(events.lost.get(0).reason()).contains("2 bytes").contains("the packet takes 4");
    }

    @Test
    void idle_packets_are_told_and_left_out_if_wanted() throws IOException {
        byte[] stream = join(FIRST, packet(CcsdsHeader.IDLE_APID, 0, 9), SECOND);
        Packets packets = Packets.of(PacketFraming.ccsds()).listener(events);
        assertThat(Streams.read(packets, stream)).hasSize(3);
        assertThat(Streams.read(packets.skipIdle(), stream))
                .containsExactly("0 " + hex(FIRST), (FIRST.length + 15) + " " + hex(SECOND));
        assertThat(events.idle).containsExactly("15 @" + FIRST.length, "15 @" + FIRST.length);
    }

    @Test
    void what_is_too_short_for_a_header_is_no_space_packet_and_passes() throws IOException {
        Packets packets =
                Packets.of(PacketFraming.hex()).skipIdle().sequences(new SequenceTracker());
        assertThat(Streams.read(packets, "07ffc00000\n".getBytes())).hasSize(1);
    }
}
