package io.tcsstamp.packet;

import java.util.Arrays;

/** The segments of one APID that came since its first one, as they came. */
final class SegmentGroup {
    private static final byte[] NOTHING = {};

    private final int apid;
    private final long position;
    private byte[] bytes = NOTHING;
    private int length;
    private int[] ends = new int[4];
    private int segments;
    private int lastCount;
    private LostBytes.Cause failure;

    SegmentGroup(int apid, long position) {
        this.apid = apid;
        this.position = position;
    }

    int apid() {
        return apid;
    }

    /** Where the first segment is in the stream. */
    long position() {
        return position;
    }

    int length() {
        return length;
    }

    boolean hadBytes() {
        return segments > 0;
    }

    /** The sequence count of the next segment. */
    int expected() {
        return (lastCount + 1) % CcsdsHeader.SEQUENCE_MODULUS;
    }

    boolean failed() {
        return failure != null;
    }

    /** Why it will never be complete. */
    LostBytes.Cause failure() {
        return failure;
    }

    void append(PacketView segment) {
        int needed = length + segment.length();
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, length == 0 ? needed * 2 : Math.max(needed, length * 2));
        }
        System.arraycopy(segment.bytes(), segment.offset(), bytes, length, segment.length());
        length = needed;
        if (segments == ends.length) {
            ends = Arrays.copyOf(ends, segments * 2);
        }
        ends[segments++] = length;
        lastCount = CcsdsHeader.sequenceCount(segment.bytes(), segment.offset());
    }

    /** Gives up; gives what came so far. */
    byte[] fail(LostBytes.Cause cause) {
        byte[] lost = Arrays.copyOf(bytes, length);
        failure = cause;
        bytes = NOTHING;
        length = 0;
        return lost;
    }

    /** Drops the headers of all segments but the first, in place. */
    void combine(PacketView into, int secondaryHeaderBytes) {
        int written = ends[0];
        for (int i = 1; i < segments; i++) {
            int header = CcsdsHeader.LENGTH;
            if (CcsdsHeader.secondaryHeaderFlag(bytes, ends[i - 1]) == 1) {
                header += secondaryHeaderBytes;
            }
            int from = Math.min(ends[i], ends[i - 1] + header);
            System.arraycopy(bytes, from, bytes, written, ends[i] - from);
            written += ends[i] - from;
        }
        into.set(bytes, 0, written, position);
    }
}
