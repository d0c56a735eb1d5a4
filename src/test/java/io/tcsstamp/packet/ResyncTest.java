package io.tcsstamp.packet;

import static io.tcsstamp.packet.Streams.bytes;
import static io.tcsstamp.packet.Streams.hex;
import static io.tcsstamp.packet.Streams.join;
import static io.tcsstamp.packet.Streams.packet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.packet.LostBytes.Cause;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResyncTest {
    private static final byte[] A0 = packet(5, 0, 4);
    private static final byte[] A1 = packet(5, 1, 4);
    private static final byte[] A2 = packet(5, 2, 4);
    private static final byte[] B0 = packet(6, 0, 2);
    private static final byte[] IDLE = packet(CcsdsHeader.IDLE_APID, 0, 3);
    private static final int A = A0.length;

    private final Events events = new Events();
    private final PacketFraming ccsds = PacketFraming.ccsds().resync(Resync.on());

    private final Packets packets = Packets.of(ccsds).listener(events);

    @Test
    void garbage_between_packets_is_passed_over_and_reported() throws IOException {
        byte[] garbage = bytes("ffeeddccbbaa99");
        assertThat(Streams.read(packets, join(A0, garbage, A1, A2)))
                .containsExactly(
                        "0 " + hex(A0), (A + 7) + " " + hex(A1), (2 * A + 7) + " " + hex(A2));
        assertThat(events.lost).hasSize(1);
        LostBytes lost = events.lost.get(0);
        assertThat(lost.cause()).isEqualTo(Cause.GARBAGE);
        assertThat(lost.bytes()).isEqualTo(garbage);
        assertThat(lost.position()).isEqualTo(A);
        assertThat(lost.reason()).isEqualTo("no packet can begin here: 7 bytes passed over");
    }

    @Test
    void the_packet_behind_garbage_waits_for_the_header_of_the_next() throws IOException {
        PacketReader reader = Packets.of(ccsds).reader();
        byte[] stream = join(bytes("ff"), A0, A1);
        int known = 1 + A + CcsdsHeader.LENGTH;
        reader.feed(stream, 0, known - 1);
        assertThat(reader.next()).isFalse();
        reader.feed(stream, known - 1, 1);
        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().copy()).isEqualTo(A0);
        assertThat(reader.next()).isFalse();
        reader.feed(stream, known, stream.length - known);
        assertThat(reader.next()).isTrue();
        assertThat(reader.packet().copy()).isEqualTo(A1);
    }

    @Test
    void the_end_of_the_data_is_as_good_as_a_header() throws IOException {
        assertThat(Streams.read(packets, join(bytes("ff"), A0))).containsExactly("1 " + hex(A0));
        assertThat(Streams.read(packets, join(bytes("ff"), A0, bytes("0005c0"))))
                .containsExactly("1 " + hex(A0));
        assertThat(events.causes()).containsExactly(Cause.GARBAGE, Cause.GARBAGE, Cause.LEFTOVER);
    }

    @Test
    void runs_of_zeros_are_no_packets() throws IOException {
        // 00 00 00 00 00 00 is a header of a packet of 7 bytes, which another one may follow
        byte[] garbage = join(bytes("ff"), new byte[50]);
        assertThat(Streams.read(packets, join(A0, garbage, A1, A2))).hasSize(3);
        assertThat(events.lost.get(0).bytes()).isEqualTo(garbage);
        assertThat(Streams.read(packets, garbage)).isEmpty();
        assertThat(Streams.read(packets, join(bytes("ff00000c00000000"), A1, A2))).hasSize(2);
    }

    @Test
    void segments_are_found_by_their_counts() throws IOException {
        byte[] second = CcsdsPackets.create(0, 0, 0, 9, 0, 1, new byte[2]);
        byte[] third = CcsdsPackets.create(0, 0, 0, 9, 2, 2, new byte[2]);
        assertThat(Streams.read(packets, join(bytes("ff"), second, third))).hasSize(2);
        assertThat(Streams.read(packets, join(bytes("ff"), third, A0))).hasSize(1);
    }

    @Test
    void only_the_same_apid_must_count_on() throws IOException {
        assertThat(Streams.read(packets, join(bytes("ff"), A0, B0))).hasSize(2);
        assertThat(Streams.read(packets, join(bytes("ff"), IDLE, IDLE))).hasSize(2);
        assertThat(Streams.read(packets, join(bytes("ff"), A0, A0, A1))).hasSize(2);
        byte[] last = packet(5, 16383, 4);
        assertThat(Streams.read(packets, join(bytes("ff"), last, A0))).hasSize(2);
    }

    @Test
    void with_expected_apids_others_are_garbage() throws IOException {
        Packets some =
                Packets.of(ccsds.resync(Resync.on().expecting(5).expecting(7))).listener(events);
        byte[] seven = packet(7, 0, 4);
        assertThat(Streams.read(some, join(A0, B0, A1, IDLE, seven, A2))).hasSize(5);
        assertThat(events.lost).extracting(l -> hex(l.bytes())).containsExactly(hex(B0));
    }

    @Test
    void a_pattern_before_each_packet_finds_them() throws IOException {
        byte[] sync = bytes("1acffc1d");
        Packets synced = Packets.of(ccsds.sync(sync)).listener(events);
        byte[] garbage = join(new byte[100], bytes("1acffc00"));
        byte[] stream = join(sync, A0, garbage, sync, A1, sync, B0);
        assertThat(Streams.read(synced, stream)).hasSize(3);
        assertThat(events.lost).extracting(LostBytes::bytes).containsExactly(garbage);
    }

    @Test
    void a_stream_may_begin_within_a_packet() throws IOException {
        byte[] tail = Arrays.copyOfRange(packet(5, 0, 40), 20, 46);
        Packets midStream = Packets.of(ccsds.resync(Resync.on().midStream())).listener(events);
        assertThat(Streams.read(midStream, join(tail, A1, A2)))
                .containsExactly("26 " + hex(A1), (26 + A) + " " + hex(A2));
        assertThat(events.lost).extracting(LostBytes::bytes).containsExactly(tail);
    }

    @Test
    void much_garbage_comes_in_pieces() throws IOException {
        byte[] garbage = new byte[300_000];
        Arrays.fill(garbage, (byte) 0xE5);
        Streams.read(packets, join(A0, garbage, A1, A2));
        assertThat(events.lost).hasSize(5);
        assertThat(events.lost).extracting(l -> l.bytes().length).allMatch(n -> n <= 64 << 10);
        assertThat(events.lost)
                .extracting(LostBytes::continued)
                .containsExactly(false, true, true, true, true);
        assertThat(events.lost.get(1).position()).isEqualTo(A + (64 << 10));
        assertThat(events.lost.stream().mapToInt(l -> l.bytes().length).sum())
                .isEqualTo(garbage.length);
    }

    @Test
    void nothing_but_garbage_is_reported_at_the_end() throws IOException {
        assertThat(Streams.read(packets, bytes("ffffffffffffffff"))).isEmpty();
        assertThat(events.lost).extracting(l -> l.bytes().length).containsExactly(8);
    }

    @Test
    void impossible_lengths_of_any_framing_are_passed_over() throws IOException {
        Packets udp = Packets.of(PacketFraming.udp().resync(Resync.on())).listener(events);
        byte[] datagram = CcsdsPackets.createUdp(1, 2, bytes("aabbcc"), 0);
        assertThat(Streams.read(udp, join(bytes("ffff"), new byte[8], datagram, datagram)))
                .hasSize(2);
        assertThat(events.lost).extracting(l -> l.bytes().length).containsExactly(10);
    }
}
