package io.tcsstamp.packet;

import java.util.Arrays;

/**
 * What happens where no packet can begin, and when a space packet can begin.
 *
 * <p>Off: every header is believed; one that cannot be true (a length below its own header or above
 * the maximum, other bytes than the synchronisation pattern) ends the reading with a {@link
 * FramingException}.
 *
 * <p>On: a header is plausible when the bytes before it are the synchronisation pattern (where one
 * was given), its length is within the framing's bounds and, for space packets, its version is 0
 * and its APID is 2047 or among the expected ones (where they were given). A header that is not
 * starts a search, byte by byte, for a plausible header whose packet is followed by another
 * plausible header, or by the end of the data before a whole header. Zeros and small numbers would
 * pass for space packets, so more is asked of these: where both have the same APID, other than that
 * of idle packets, the second has the next sequence count; else the first is no later segment (its
 * sequence flags are 1 or 3). So the first packet behind garbage is given out when the header of
 * the second has come. What the search passes over is reported as {@link LostBytes.Cause#GARBAGE},
 * in pieces of at most 64 KiB. A header that is plausible but untrue is not noticed before the next
 * one. Immutable and thread-safe.
 */
public final class Resync {
    /** Nothing is skipped. */
    public static final Resync OFF = new Resync(false, false, null);

    private static final Resync ON = new Resync(true, false, null);

    private final boolean enabled;
    private final boolean midStream;
    private final boolean[] apids;

    private Resync(boolean enabled, boolean midStream, boolean[] apids) {
        this.enabled = enabled;
        this.midStream = midStream;
        this.apids = apids;
    }

    /** Searches; any APID is plausible. */
    public static Resync on() {
        return ON;
    }

    /**
     * Searches, and believes these APIDs and that of idle packets only.
     *
     * @throws IllegalArgumentException if one is not 0 to 2047
     */
    public Resync expecting(int... expected) {
        boolean[] set = apids == null ? new boolean[CcsdsHeader.APIDS] : apids.clone();
        set[CcsdsHeader.IDLE_APID] = true;
        for (int apid : expected) {
            if (apid < 0 || apid >= set.length) {
                throw new IllegalArgumentException("an APID is 0 to 2047, not " + apid);
            }
            set[apid] = true;
        }
        return new Resync(true, midStream, set);
    }

    /** Searches from the first byte on: the stream may begin within a packet. */
    public Resync midStream() {
        return new Resync(true, true, apids);
    }

    /** Whether anything is ever skipped. */
    public boolean enabled() {
        return enabled;
    }

    boolean startsSearching() {
        return midStream;
    }

    boolean plausible(byte[] bytes, int offset) {
        return CcsdsHeader.version(bytes, offset) == 0
                && (apids == null || apids[CcsdsHeader.apid(bytes, offset)]);
    }

    /** Whether a search may end at a space packet with another one behind it. */
    static boolean believable(byte[] bytes, int first, int second) {
        int apid = CcsdsHeader.apid(bytes, first);
        if (apid != CcsdsHeader.apid(bytes, second) || apid == CcsdsHeader.IDLE_APID) {
            return believable(bytes, first);
        }
        int next = CcsdsHeader.sequenceCount(bytes, first) + 1;
        return next % CcsdsHeader.SEQUENCE_MODULUS == CcsdsHeader.sequenceCount(bytes, second);
    }

    /** The same without any other one of its APID: not for what the data of a packet look like. */
    static boolean believable(byte[] bytes, int packet) {
        int flags = CcsdsHeader.sequenceFlags(bytes, packet);
        return flags == CcsdsHeader.FIRST || flags == CcsdsHeader.UNSEGMENTED;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resync that
                && enabled == that.enabled
                && midStream == that.midStream
                && Arrays.equals(apids, that.apids);
    }

    @Override
    public int hashCode() {
        return (enabled ? 1 : 0) + (midStream ? 2 : 0) + 4 * Arrays.hashCode(apids);
    }
}
