package io.tcsstamp.packet;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Counts, per APID, the packets of a stream and what its sequence counts tell of the others.
 *
 * <p>A count that is less than half of 16384 ahead of the expected one is a gap; the one of the
 * packet before again is a duplicate; any other is out of order. A packet out of order was counted
 * as lost before, unless its APID began to count anew, which is taken for granted as soon as the
 * next count follows that of the late packet. Idle packets are counted only.
 *
 * <p>One thread gives packets; the counters can be read by any. Allocates nothing per packet.
 */
public final class SequenceTracker {
    private static final int MASK = CcsdsHeader.SEQUENCE_MODULUS - 1;
    private static final int UNKNOWN = -2;

    private final int[] last = new int[CcsdsHeader.APIDS];
    private final int[] late = new int[CcsdsHeader.APIDS];
    private final AtomicLongArray packets = new AtomicLongArray(CcsdsHeader.APIDS);
    private final AtomicLongArray lost = new AtomicLongArray(CcsdsHeader.APIDS);
    private final AtomicLongArray gaps = new AtomicLongArray(CcsdsHeader.APIDS);
    private final AtomicLongArray duplicates = new AtomicLongArray(CcsdsHeader.APIDS);
    private final AtomicLongArray outOfOrder = new AtomicLongArray(CcsdsHeader.APIDS);

    /** Creates a tracker that has seen nothing. */
    public SequenceTracker() {
        Arrays.fill(last, UNKNOWN);
        Arrays.fill(late, UNKNOWN);
    }

    /**
     * Takes the next packet.
     *
     * @param bytes holds a space packet at {@code offset}, at least its header
     * @param position where it is in the stream, for the listener
     * @param listener is told of what is missing, doubled or out of order
     */
    public void accept(byte[] bytes, int offset, long position, PacketListener listener) {
        int apid = CcsdsHeader.apid(bytes, offset);
        add(packets, apid, 1);
        if (apid == CcsdsHeader.IDLE_APID) {
            return;
        }
        int count = CcsdsHeader.sequenceCount(bytes, offset);
        int expected = (last[apid] + 1) & MASK;
        if (count != expected && last[apid] != UNKNOWN) {
            unexpected(apid, count, expected, position, listener);
        } else {
            last[apid] = count;
        }
    }

    private void unexpected(
            int apid, int count, int expected, long position, PacketListener listener) {
        int ahead = (count - expected) & MASK;
        if (ahead == MASK) {
            add(duplicates, apid, 1);
            listener.duplicate(apid, count, position);
        } else if (ahead < CcsdsHeader.SEQUENCE_MODULUS / 2) {
            last[apid] = count;
            late[apid] = UNKNOWN;
            add(gaps, apid, 1);
            add(lost, apid, ahead);
            listener.gap(apid, expected, count, ahead, position);
        } else if (count == ((late[apid] + 1) & MASK) && late[apid] != UNKNOWN) {
            last[apid] = count;
            late[apid] = UNKNOWN;
        } else {
            late[apid] = count;
            add(outOfOrder, apid, 1);
            listener.outOfOrder(apid, expected, count, position);
        }
    }

    /** One thread writes, so there is nothing to compare. */
    private static void add(AtomicLongArray counters, int apid, long more) {
        counters.setRelease(apid, counters.getPlain(apid) + more);
    }

    /** The APIDs seen so far, ascending. */
    public int[] apids() {
        return IntStream.range(0, CcsdsHeader.APIDS).filter(a -> packets(a) > 0).toArray();
    }

    /** Packets of an APID, idle ones under {@link CcsdsHeader#IDLE_APID}. */
    public long packets(int apid) {
        return packets.getAcquire(apid);
    }

    /** Packets of an APID that are missing by the sequence counts. */
    public long lost(int apid) {
        return lost.getAcquire(apid);
    }

    /** How many times packets of an APID were missing. */
    public long gaps(int apid) {
        return gaps.getAcquire(apid);
    }

    /** Packets with the count of the one before of their APID. */
    public long duplicates(int apid) {
        return duplicates.getAcquire(apid);
    }

    /** Packets that came late, or with which their APID began to count anew. */
    public long outOfOrder(int apid) {
        return outOfOrder.getAcquire(apid);
    }

    /** The sum of {@link #packets} over all APIDs. */
    public long packets() {
        return sum(packets);
    }

    /** The sum of {@link #lost} over all APIDs. */
    public long lost() {
        return sum(lost);
    }

    /** The sum of {@link #gaps} over all APIDs. */
    public long gaps() {
        return sum(gaps);
    }

    /** The sum of {@link #duplicates} over all APIDs. */
    public long duplicates() {
        return sum(duplicates);
    }

    /** The sum of {@link #outOfOrder} over all APIDs. */
    public long outOfOrder() {
        return sum(outOfOrder);
    }

    private static long sum(AtomicLongArray counters) {
        long sum = 0;
        for (int apid = 0; apid < CcsdsHeader.APIDS; apid++) {
            sum += counters.getAcquire(apid);
        }
        return sum;
    }
}
