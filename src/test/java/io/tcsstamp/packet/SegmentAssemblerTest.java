package io.tcsstamp.packet;

import static io.tcsstamp.packet.CcsdsHeader.CONTINUATION;
import static io.tcsstamp.packet.CcsdsHeader.FIRST;
import static io.tcsstamp.packet.CcsdsHeader.LAST;
import static io.tcsstamp.packet.CcsdsHeader.UNSEGMENTED;
import static io.tcsstamp.packet.Streams.bytes;
import static io.tcsstamp.packet.Streams.hex;
import static io.tcsstamp.packet.Streams.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.packet.LostBytes.Cause;
import io.tcsstamp.telemetry.Seed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentAssemblerTest {
    private final Events events = new Events();

    private static byte[] segment(int apid, int flags, int count, String data) {
        return CcsdsPackets.create(0, 0, 0, apid, flags, count, bytes(data));
    }

    private static byte[] withSecondaryHeader(int flags, int count, String data) {
        return CcsdsPackets.create(0, 0, 1, 9, flags, count, bytes(data));
    }

    private List<String> read(Packets packets, byte[]... parts) throws IOException {
        return Streams.read(packets.listener(events), join(parts));
    }

    private static Packets combining() {
        return Packets.of(PacketFraming.ccsds()).combineSegments(0);
    }

    @Test
    void the_data_of_a_group_come_behind_its_first_header() throws IOException {
        byte[] first = segment(3, FIRST, 16382, "aaaa");
        assertThat(
                        read(
                                combining(),
                                first,
                                segment(4, FIRST, 7, "01"),
                                segment(3, CONTINUATION, 16383, "bb"),
                                segment(3, UNSEGMENTED, 5, "ee"),
                                segment(4, LAST, 8, "02"),
                                segment(3, LAST, 0, "cc")))
                .containsExactly(
                        "22 " + hex(segment(3, UNSEGMENTED, 5, "ee")),
                        "8 " + hex(segment(4, FIRST, 7, "01")) + "02",
                        "0 " + hex(first) + "bbcc");
        assertThat(events.lost).isEmpty();
    }

    @Test
    void secondary_headers_are_dropped_where_the_flag_says_that_there_is_one() throws IOException {
        Packets packets = Packets.of(PacketFraming.ccsds()).combineSegments(2);
        byte[] first = withSecondaryHeader(FIRST, 0, "112233");
        assertThat(
                        read(
                                packets,
                                first,
                                withSecondaryHeader(CONTINUATION, 1, "445566"),
                                withSecondaryHeader(CONTINUATION, 2, "77"),
                                segment(9, LAST, 3, "8899")))
                .containsExactly("0 " + hex(first) + "668899");
        assertThatThrownBy(() -> packets.combineSegments(-1)).hasMessageContaining("at least 0");
    }

    @Test
    void a_group_that_another_one_replaces_is_reported() throws IOException {
        byte[] begun = join(segment(3, FIRST, 0, "aa"), segment(3, CONTINUATION, 1, "bb"));
        assertThat(read(combining(), begun, segment(3, FIRST, 2, "cc"), segment(3, LAST, 3, "dd")))
                .hasSize(1);
        onlyLoss(Cause.SEGMENTS_REPLACED, 0, begun);
    }

    @Test
    void a_segment_without_a_first_one_is_reported() throws IOException {
        byte[] orphan = segment(3, LAST, 0, "aa");
        assertThat(read(combining(), segment(4, UNSEGMENTED, 0, "ff"), orphan)).hasSize(1);
        onlyLoss(Cause.SEGMENT_WITHOUT_FIRST, 7, orphan);
    }

    @Test
    void of_a_group_with_a_gap_all_segments_are_reported() throws IOException {
        byte[] first = segment(3, FIRST, 0, "aa");
        byte[] third = segment(3, CONTINUATION, 2, "cc");
        byte[] fourth = segment(3, LAST, 3, "dd");
        byte[] next = segment(3, LAST, 4, "ee");
        assertThat(read(combining(), first, third, fourth, next)).isEmpty();
        assertThat(events.causes())
                .containsExactly(
                        Cause.SEGMENTS_WITH_GAP,
                        Cause.SEGMENTS_WITH_GAP,
                        Cause.SEGMENTS_WITH_GAP,
                        Cause.SEGMENT_WITHOUT_FIRST);
        assertThat(events.lost)
                .extracting(LostBytes::bytes)
                .containsExactly(first, third, fourth, next);
        assertThat(events.lost)
                .extracting(LostBytes::continued)
                .containsExactly(false, true, true, false);
        assertThat(events.lost.get(0).reason())
                .isEqualTo("a segment has sequence count 2 where 1 is due");
    }

    @Test
    void what_is_not_complete_at_the_end_is_reported() throws IOException {
        byte[] first = segment(3, FIRST, 0, "aa");
        assertThat(read(combining(), first)).isEmpty();
        onlyLoss(Cause.SEGMENTS_UNFINISHED, 0, first);
    }

    @Test
    void the_end_of_a_datagram_does_not_end_a_group() throws IOException {
        PacketReader reader = combining().listener(events).reader();
        byte[] first = segment(3, FIRST, 0, "aa");
        reader.feed(first, 0, first.length);
        reader.endOfDatagram();
        assertThat(reader.next()).isFalse();
        byte[] last = segment(3, LAST, 1, "bb");
        reader.feed(last, 0, last.length);
        reader.endOfDatagram();
        assertThat(reader.next()).isTrue();
        assertThat(hex(reader.packet().copy())).isEqualTo(hex(first) + "bb");
    }

    @Test
    void where_the_memory_does_not_suffice_the_oldest_group_goes() throws IOException {
        Packets packets = Packets.of(PacketFraming.ccsds()).combineSegments(0, 20);
        byte[] oldest = segment(1, FIRST, 0, "aa");
        byte[] middle = segment(2, FIRST, 0, "bb");
        byte[] late = segment(1, LAST, 1, "dd");
        byte[] large = segment(4, FIRST, 0, "ff".repeat(20));
        assertThat(
                        read(
                                packets,
                                oldest,
                                middle,
                                segment(3, FIRST, 0, "cc"),
                                late,
                                segment(3, LAST, 1, "ee")))
                .hasSize(1);
        assertThat(events.lost.get(0).cause()).isEqualTo(Cause.SEGMENTS_TOO_MANY);
        assertThat(events.lost.get(0).bytes()).isEqualTo(oldest);
        assertThat(events.lost.get(1).bytes()).isEqualTo(late);
        assertThat(events.lost.get(1).continued()).isTrue();

        events.lost.clear();
        assertThat(read(packets, large, segment(4, LAST, 1, "00"))).isEmpty();
        assertThat(events.lost)
                .extracting(LostBytes::cause)
                .containsExactly(Cause.SEGMENTS_TOO_MANY, Cause.SEGMENTS_TOO_MANY);
        assertThat(events.lost.get(0).bytes()).isEqualTo(large);
        assertThat(events.lost.get(0).continued()).isFalse();
    }

    @Test
    void no_segment_vanishes() {
        Seed.rounds(
                500,
                random -> {
                    Events told = new Events();
                    List<byte[]> parts = new ArrayList<>();
                    int[] counts = new int[3];
                    int bytes = 0;
                    for (int i = 0; i < 60; i++) {
                        int apid = random.nextInt(3);
                        counts[apid] += random.nextInt(12) == 0 ? 2 : 1;
                        byte[] data = new byte[1 + random.nextInt(20)];
                        int flags = random.nextInt(4);
                        parts.add(CcsdsPackets.create(0, 0, 0, apid, flags, counts[apid], data));
                        bytes += 6 + data.length;
                    }
                    Packets packets =
                            Packets.of(PacketFraming.ccsds())
                                    .combineSegments(0, 20 + random.nextInt(200))
                                    .listener(told);
                    PacketReader reader = packets.reader();
                    byte[] stream = join(parts.toArray(byte[][]::new));
                    reader.feed(stream, 0, stream.length);
                    reader.end();
                    long given = 0;
                    while (reader.next()) {
                        given += reader.packet().length();
                    }
                    // what was put together has lost the headers of all segments but the first
                    long headers = bytes - given - reader.lostBytes();
                    assertThat(headers).isGreaterThanOrEqualTo(0);
                    assertThat(headers % CcsdsHeader.LENGTH).isZero();
                    assertThat(told.lost.stream().mapToLong(l -> l.bytes().length).sum())
                            .isEqualTo(reader.lostBytes());
                });
    }

    private void onlyLoss(Cause cause, long position, byte[] bytes) {
        assertThat(events.lost).hasSize(1);
        assertThat(events.lost.get(0).cause()).isEqualTo(cause);
        assertThat(events.lost.get(0).position()).isEqualTo(position);
        assertThat(events.lost.get(0).apid()).isEqualTo(3);
        assertThat(events.lost.get(0).bytes()).isEqualTo(bytes);
    }
}
