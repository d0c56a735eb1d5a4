package io.tcsstamp.cli;

import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.LostBytes;
import io.tcsstamp.packet.PacketListener;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.packet.SequenceTracker;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a stream of packets holds, in numbers: per APID and in all. Not thread-safe. */
final class PacketStatistics implements PacketListener {
    private final boolean ccsds;
    private final SequenceTracker sequences = new SequenceTracker();
    private final Lengths all = new Lengths();
    private final Lengths[] byApid = new Lengths[CcsdsHeader.APIDS];
    private final Map<LostBytes.Cause, Long> lost = new EnumMap<>(LostBytes.Cause.class);
    private final LeftoverSearch search;
    private String firstLost = "";
    private String hint = "";

    /** Number, sum and bounds of lengths. */
    private static final class Lengths {
        private long packets;
        private long bytes;
        private int least = Integer.MAX_VALUE;
        private int most;

        void add(int length) {
            packets++;
            bytes += length;
            least = Math.min(least, length);
            most = Math.max(most, length);
        }
    }

    /**
     * Creates statistics of nothing.
     *
     * @param ccsds whether the packets are space packets
     * @param search looks for packets in what is left at the end
     */
    PacketStatistics(boolean ccsds, LeftoverSearch search) {
        this.search = search;
        this.ccsds = ccsds;
    }

    /** To be given the same packets. */
    SequenceTracker sequences() {
        return sequences;
    }

    /** Counts a packet. */
    void add(PacketView packet) {
        all.add(packet.length());
        if (ccsds) {
            int apid = CcsdsHeader.apid(packet.bytes(), packet.offset());
            if (byApid[apid] == null) {
                byApid[apid] = new Lengths();
            }
            byApid[apid].add(packet.length());
        }
    }

    @Override
    public void lost(LostBytes bytes) {
        if (lost.isEmpty()) {
            firstLost = "byte " + bytes.position() + ": " + bytes.reason();
        }
        long found = bytes.cause() == LostBytes.Cause.LEFTOVER ? search.packets(bytes.bytes()) : 0;
        if (found > 0) {
            hint = LeftoverSearch.hint(bytes.position(), found);
        }
        lost.merge(bytes.cause(), (long) bytes.bytes().length, Long::sum);
    }

    /** How many packets there are. */
    long packets() {
        return all.packets;
    }

    /** All of it in lines. */
    List<String> lines(long bytesRead) {
        List<String> lines = new ArrayList<>();
        if (ccsds && all.packets > 0) {
            lines.add("");
            lines.addAll(byApid().lines());
        }
        lines.add("");
        String sum = Numbers.of(all.packets, "packet") + " in " + Numbers.of(bytesRead, "byte");
        lines.add(all.packets == 0 ? sum : sum + ", lengths " + all.least + " to " + all.most);
        lost.forEach((cause, bytes) -> lines.add(text(cause) + ": " + Numbers.of(bytes, "byte")));
        if (!firstLost.isEmpty()) {
            lines.add("the first: " + firstLost);
        }
        if (!hint.isEmpty()) {
            lines.add(hint);
        }
        return lines;
    }

    private TextTable byApid() {
        TextTable table =
                new TextTable(
                        "APID",
                        "PACKETS",
                        "BYTES",
                        "MIN",
                        "MAX",
                        "GAPS",
                        "MISSING",
                        "DUPLICATES",
                        "DISORDER");
        for (int apid = 0; apid < byApid.length; apid++) {
            Lengths lengths = byApid[apid];
            if (lengths != null) {
                boolean idle = apid == CcsdsHeader.IDLE_APID;
                table.add(
                        apid + (idle ? " idle" : ""),
                        Numbers.text(lengths.packets),
                        Numbers.text(lengths.bytes),
                        Numbers.text(lengths.least),
                        Numbers.text(lengths.most),
                        Numbers.text(sequences.gaps(apid)),
                        Numbers.text(sequences.lost(apid)),
                        Numbers.text(sequences.duplicates(apid)),
                        Numbers.text(sequences.outOfOrder(apid)));
            }
        }
        return table;
    }

    private static String text(LostBytes.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
