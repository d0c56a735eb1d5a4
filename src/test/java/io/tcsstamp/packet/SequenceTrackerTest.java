package io.tcsstamp.packet;

import static io.tcsstamp.packet.Streams.packet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTrackerTest {
    private final SequenceTracker tracker = new SequenceTracker();
    private final Events events = new Events();

    private void come(int apid, int... counts) {
        for (int count : counts) {
            byte[] packet = packet(apid, count, 1);
            tracker.accept(packet, 0, 100L + count, events);
        }
    }

    @Test
    void counts_that_go_on_are_nothing_to_tell() {
        come(1, 7, 8, 9);
        come(2, 16382, 16383, 0, 1);
        come(1, 10);
        assertThat(events.sequence).isEmpty();
        assertThat(tracker.packets(1)).isEqualTo(4);
        assertThat(tracker.packets()).isEqualTo(8);
        assertThat(tracker.apids()).containsExactly(1, 2);
    }

    @Test
    void a_gap_tells_how_many_are_missing() {
        come(1, 5, 9, 10);
        come(2, 16380, 3);
        come(3, 0, 8192);
        assertThat(events.sequence)
                .containsExactly(
                        "gap 1 6-9: 3 @109", "gap 2 16381-3: 6 @103", "gap 3 1-8192: 8191 @8292");
        assertThat(tracker.lost(1)).isEqualTo(3);
        assertThat(tracker.lost(2)).isEqualTo(6);
        assertThat(tracker.lost()).isEqualTo(8200);
        assertThat(tracker.gaps()).isEqualTo(3);
        assertThat(tracker.gaps(1)).isEqualTo(1);
    }

    @Test
    void the_same_count_again_is_a_duplicate() {
        come(1, 0, 0, 0, 1);
        assertThat(events.sequence).containsExactly("duplicate 1 0 @100", "duplicate 1 0 @100");
        assertThat(tracker.duplicates(1)).isEqualTo(2);
        assertThat(tracker.duplicates()).isEqualTo(2);
        assertThat(tracker.lost()).isZero();
    }

    @Test
    void a_late_packet_disturbs_nothing() {
        come(1, 1, 2, 4, 3, 5);
        assertThat(events.sequence).containsExactly("gap 1 3-4: 1 @104", "late 1 5-3 @103");
        assertThat(tracker.lost()).isEqualTo(1);
        assertThat(tracker.outOfOrder(1)).isEqualTo(1);
        assertThat(tracker.outOfOrder()).isEqualTo(1);
    }

    @Test
    void an_apid_may_count_anew() {
        come(1, 500, 501, 0, 1, 2, 4);
        assertThat(events.sequence).containsExactly("late 1 502-0 @100", "gap 1 3-4: 1 @104");
    }

    @Test
    void idle_packets_are_only_counted() {
        come(CcsdsHeader.IDLE_APID, 5, 5, 900, 3);
        assertThat(events.sequence).isEmpty();
        assertThat(tracker.packets(CcsdsHeader.IDLE_APID)).isEqualTo(4);
    }

    @Test
    void a_reader_gives_its_packets_to_the_tracker() throws Exception {
        byte[] stream = Streams.join(packet(1, 0, 1), packet(1, 2, 1), packet(2047, 0, 1));
        Packets packets = Packets.of(PacketFraming.ccsds()).sequences(tracker).skipIdle();
        assertThat(Streams.read(packets.listener(events), stream)).hasSize(2);
        assertThat(events.sequence).containsExactly("gap 1 1-2: 1 @7");
        assertThat(tracker.packets()).isEqualTo(3);
    }
}
