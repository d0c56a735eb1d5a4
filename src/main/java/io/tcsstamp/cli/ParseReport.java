package io.tcsstamp.cli;

import io.tcsstamp.decode.Cause;
import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.LostBytes;
import io.tcsstamp.packet.PacketListener;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.packet.SequenceTracker;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Tells on standard error what is wrong with packets: the first few each in a line, all of them in
 * numbers at the end. Not thread-safe.
 */
final class ParseReport implements PacketListener {
    /** How much of a kind is told in lines. */
    private static final int TOLD = 10;

    private static final int NO_APID = -1;

    private final PrintWriter err;
    private final boolean ccsds;
    private final Runnable beforeLine;
    private final SequenceTracker sequences = new SequenceTracker();
    private final Map<Cause, Map<Integer, Long>> failures = new EnumMap<>(Cause.class);
    private final Map<LostBytes.Cause, Long> lost = new EnumMap<>(LostBytes.Cause.class);
    private final LeftoverSearch search;
    private long overlooked;
    private long packets;
    private long failed;
    private long overlong;
    private long idle;
    private int linesOfPackets;
    private int linesOfStream;

    /**
     * Creates a report of nothing.
     *
     * @param ccsds whether the packets are space packets, which have APIDs
     * @param search looks for packets in what is left at the end
     * @param beforeLine run before each line
     */
    ParseReport(PrintWriter err, boolean ccsds, LeftoverSearch search, Runnable beforeLine) {
        this.err = err;
        this.beforeLine = beforeLine;
        this.ccsds = ccsds;
        this.search = search;
    }

    SequenceTracker sequences() {
        return sequences;
    }

    /** A packet was decoded. */
    void decoded() {
        packets++;
    }

    /** A packet was decoded in part, or is longer than its definition. */
    void odd(long index, PacketView packet, DecodeReport report) {
        packets++;
        if (report.isWarning()) {
            overlong++;
        } else {
            failed++;
        }
        int apid = apid(packet);
        failures.computeIfAbsent(report.cause(), c -> new TreeMap<>()).merge(apid, 1L, Long::sum);
        linesOfPackets++;
        if (linesOfPackets <= TOLD) {
            say(
                    "packet "
                            + index
                            + " at byte "
                            + packet.position()
                            + (apid == NO_APID ? "" : ", APID " + apid)
                            + ": "
                            + report);
        } else if (linesOfPackets == TOLD + 1) {
            say("further packets like these are only counted");
        }
    }

    private int apid(PacketView packet) {
        return ccsds && packet.length() >= CcsdsHeader.LENGTH
                ? CcsdsHeader.apid(packet.bytes(), packet.offset())
                : NO_APID;
    }

    long failed() {
        return failed;
    }

    /** Packets of which nothing went wrong, or which are only too long. */
    long good() {
        return packets - failed;
    }

    /** Packets that another way of reading would find behind those that were found. */
    long overlooked() {
        return overlooked;
    }

    /** Packets that are there, failed ones too. */
    long packets() {
        return packets;
    }

    @Override
    public void lost(LostBytes bytes) {
        lost.merge(bytes.cause(), (long) bytes.bytes().length, Long::sum);
        if (!bytes.continued()) {
            stream("byte " + bytes.position() + ": " + bytes.reason());
        }
        if (bytes.cause() == LostBytes.Cause.LEFTOVER) {
            long within = search.packets(bytes.bytes());
            if (within > 0) {
                overlooked += within;
                stream(LeftoverSearch.hint(bytes.position(), within));
            }
        }
    }

    @Override
    public void gap(int apid, int expected, int received, int missing, long position) {
        stream(
                "byte %d: APID %d: %s missing between the sequence counts %d and %d"
                        .formatted(
                                position,
                                apid,
                                missing == 1 ? "1 packet is" : missing + " packets are",
                                Math.floorMod(expected - 1, CcsdsHeader.SEQUENCE_MODULUS),
                                received));
    }

    @Override
    public void duplicate(int apid, int count, long position) {
        stream("byte %d: APID %d: sequence count %d again".formatted(position, apid, count));
    }

    @Override
    public void outOfOrder(int apid, int expected, int received, long position) {
        stream(
                "byte %d: APID %d: sequence count %d, expected was %d"
                        .formatted(position, apid, received, expected));
    }

    @Override
    public void idle(long position, int length) {
        idle++;
    }

    private void stream(String what) {
        linesOfStream++;
        if (linesOfStream <= TOLD) {
            say(what);
        } else if (linesOfStream == TOLD + 1) {
            say("further gaps and lost bytes are only counted");
        }
    }

    private void say(String what) {
        beforeLine.run();
        // names of a definition and what a packet says may be in it
        err.println("tcs-stamp: " + Terminal.printable(what));
        err.flush();
    }

    /**
     * Everything in numbers: a line, and one for each kind of failure.
     *
     * @param bytes of the whole input, below 0 where it was not read to its end
     * @param note of the writer
     */
    void summary(long bytes, String note) {
        StringJoiner line = new StringJoiner(", ");
        line.add(
                Numbers.of(packets, "packet")
                        + (bytes < 0 ? "" : " in " + Numbers.of(bytes, "byte")));
        if (packets > 0) {
            line.add(failed == 0 ? "all decoded" : Numbers.text(good()) + " decoded");
        }
        add(line, failed, "failed");
        add(line, overlong, "over-long");
        add(line, idle, "idle");
        add(line, sequences.gaps(), sequences.gaps() == 1 ? "gap" : "gaps");
        add(line, sequences.lost(), "missing");
        add(line, sequences.duplicates(), "duplicate");
        add(line, sequences.outOfOrder(), "out of order");
        say(line.toString());
        failures.forEach((cause, byApid) -> say("  " + cause + ": " + byApid(byApid)));
        if (!note.isEmpty()) {
            say("  " + note);
        }
        lost.forEach((cause, count) -> say("  " + text(cause) + ": " + Numbers.of(count, "byte")));
    }

    private static void add(StringJoiner line, long count, String what) {
        if (count > 0) {
            line.add(Numbers.text(count) + " " + what);
        }
    }

    private static String byApid(Map<Integer, Long> counts) {
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        if (counts.containsKey(NO_APID)) {
            return Numbers.of(sum, "packet");
        }
        StringJoiner apids = new StringJoiner(", ", " (APID ", ")");
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(TOLD)
                .forEach(e -> apids.add(e.getKey() + ": " + Numbers.text(e.getValue())));
        if (counts.size() > TOLD) {
            apids.add("...");
        }
        return Numbers.of(sum, "packet") + apids;
    }

    private static String text(LostBytes.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
