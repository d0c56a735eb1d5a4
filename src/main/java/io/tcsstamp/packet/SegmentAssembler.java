package io.tcsstamp.packet;

import io.tcsstamp.packet.LostBytes.Cause;

/**
 * Puts the segments of a group together, per APID: the first one whole, then the data of the
 * others. Every segment that ends in no group is reported. The groups that are not complete take at
 * most the given number of bytes (of arrays: twice); the oldest goes where that is not enough.
 */
final class SegmentAssembler {
    private final int secondaryHeaderBytes;
    private final long maxBytes;
    private final PacketListener listener;
    private final SegmentGroup[] groups = new SegmentGroup[CcsdsHeader.APIDS];
    private long pendingBytes;

    SegmentAssembler(int secondaryHeaderBytes, long maxBytes, PacketListener listener) {
        this.secondaryHeaderBytes = secondaryHeaderBytes;
        this.maxBytes = maxBytes;
        this.listener = listener;
    }

    /**
     * Takes a packet; true where the view now has one to give out: an unsegmented packet as it is,
     * or a group that is complete.
     */
    boolean accept(PacketView packet) {
        int flags = CcsdsHeader.sequenceFlags(packet.bytes(), packet.offset());
        if (flags == CcsdsHeader.UNSEGMENTED) {
            return true;
        }
        int apid = CcsdsHeader.apid(packet.bytes(), packet.offset());
        SegmentGroup group = groups[apid];
        if (flags == CcsdsHeader.FIRST) {
            if (group != null && !group.failed()) {
                drop(group, Cause.SEGMENTS_REPLACED, "another group began before the last segment");
            }
            groups[apid] = new SegmentGroup(apid, packet.position());
            append(groups[apid], packet);
            return false;
        }
        if (group == null) {
            lose(packet, apid, Cause.SEGMENT_WITHOUT_FIRST, false, "a segment without a first one");
            return false;
        }
        boolean last = flags == CcsdsHeader.LAST;
        if (last) {
            groups[apid] = null;
        }
        join(group, packet);
        if (!last || group.failed()) {
            return false;
        }
        pendingBytes -= group.length();
        group.combine(packet, secondaryHeaderBytes);
        return true;
    }

    private void join(SegmentGroup group, PacketView packet) {
        int count = CcsdsHeader.sequenceCount(packet.bytes(), packet.offset());
        if (!group.failed() && count != group.expected()) {
            String reason =
                    "a segment has sequence count " + count + " where " + group.expected() + " is";
            drop(group, Cause.SEGMENTS_WITH_GAP, reason + " due");
        }
        if (group.failed()) {
            lose(packet, group.apid(), group.failure(), true, "belongs to a group that is lost");
        } else {
            append(group, packet);
        }
    }

    private void append(SegmentGroup group, PacketView packet) {
        while (pendingBytes + packet.length() > maxBytes && !group.failed()) {
            SegmentGroup oldest = oldest(group);
            String reason = "unfinished groups of segments take more than " + maxBytes + " bytes";
            drop(oldest, Cause.SEGMENTS_TOO_MANY, reason);
        }
        if (group.failed()) {
            boolean continued = group.hadBytes();
            lose(packet, group.apid(), group.failure(), continued, "the group is too large");
        } else {
            group.append(packet);
            pendingBytes += packet.length();
        }
    }

    private SegmentGroup oldest(SegmentGroup current) {
        SegmentGroup oldest = current;
        for (SegmentGroup group : groups) {
            if (group != null && !group.failed() && group.position() < oldest.position()) {
                oldest = group;
            }
        }
        return oldest;
    }

    /** Reports what is not complete. */
    void end() {
        for (int apid = 0; apid < groups.length; apid++) {
            SegmentGroup group = groups[apid];
            if (group != null && !group.failed()) {
                drop(group, Cause.SEGMENTS_UNFINISHED, "the stream ended before the last segment");
            }
            groups[apid] = null;
        }
    }

    private void drop(SegmentGroup group, Cause cause, String reason) {
        pendingBytes -= group.length();
        byte[] bytes = group.fail(cause);
        if (bytes.length > 0) {
            listener.lost(
                    new LostBytes(cause, group.position(), group.apid(), bytes, false, reason));
        }
    }

    private void lose(PacketView packet, int apid, Cause cause, boolean continued, String reason) {
        listener.lost(
                new LostBytes(cause, packet.position(), apid, packet.copy(), continued, reason));
    }
}
