package io.tcsstamp.packet;

import java.util.Arrays;

/**
 * Cuts packets whose beginning tells their length, and finds the next one behind garbage ({@link
 * Resync}). Takes time in proportion to the bytes, and holds at most a packet of the maximum length
 * with the header of the next.
 */
final class LengthCutter extends PacketCutter {
    /** Answers of {@link #decide}, beside the number of bytes that it needs. */
    private static final int PACKET = 0;

    private static final int NO_PACKET = -1;

    private final int prefix;
    private final int headEnd;
    private final int min;
    private final int max;
    private final boolean trusting;
    private final ByteWindow window = new ByteWindow();
    private final Garbage garbage;
    private int usual;
    private boolean searching;
    private boolean ending;

    LengthCutter(PacketFraming framing, PacketView view, PacketListener listener) {
        super(framing, view, listener);
        prefix = framing.skip;
        // of packets of one length: a byte, or the search would go on behind the last one
        headEnd = Math.max(1, prefix + framing.field.header());
        min = Math.max(1, framing.field.header());
        max = framing.maxLength;
        trusting =
                framing.isCcsds()
                        && !framing.resync.enabled()
                        && framing.sync.length == 0
                        && max == CcsdsHeader.MAX_PACKET_LENGTH;
        searching = framing.resync.startsSearching();
        garbage = new Garbage(listener);
    }

    @Override
    void feed(byte[] bytes, int offset, int length) {
        window.feed(bytes, offset, length);
    }

    @Override
    void end() {
        ending = true;
    }

    @Override
    boolean next() throws FramingException {
        // what is true nearly always: a space packet that is believed, whole in what was fed
        int start = window.pos + prefix;
        int available = window.limit - start;
        if (trusting && available >= CcsdsHeader.LENGTH) {
            byte[] bytes = window.bytes;
            int length = CcsdsHeader.totalLength(bytes, start);
            if (length <= available) {
                view.set(bytes, start, length, window.base);
                // two ways to the same sum: with packets of one length the branch is foretold, and
                // the
                // next packet need not wait until this one's length field has been read
                if (length == usual) {
                    window.pos = start + usual;
                } else {
                    window.pos = start + length;
                    usual = length;
                }
                return true;
            }
        }
        return advance();
    }

    /** The first lines of {@link #next} for as many packets as they are enough for. */
    @Override
    void run(PacketHandler handler) {
        if (!trusting) {
            return;
        }
        byte[] bytes = window.bytes;
        int limit = window.limit - prefix;
        int pos = window.pos;
        int same = usual;
        try {
            while (limit - pos >= CcsdsHeader.LENGTH) {
                int start = pos + prefix;
                int length = CcsdsHeader.totalLength(bytes, start);
                if (length > limit - pos) {
                    break;
                }
                if (length == same) {
                    pos = start + same;
                } else {
                    pos = start + length;
                    same = length;
                }
                handler.packet(bytes, start, length, window.base + start);
            }
        } finally {
            window.pos = pos;
        }
    }

    private boolean advance() throws FramingException {
        while (true) {
            leaveBuffer();
            int need = decide(false);
            if (need > 0) {
                garbage.add(window);
                if (window.fill(need)) {
                    continue;
                }
                if (!ending) {
                    window.keep();
                    return false;
                }
                need = decide(true);
            }
            if (need == PACKET) {
                return true;
            }
            if (need > 0) {
                finish(need);
                return false;
            }
        }
    }

    /** Goes back from the buffer to the piece that was fed as soon as that holds all the rest. */
    private void leaveBuffer() {
        if (window.canLeaveBuffer()) {
            garbage.add(window);
            window.leaveBuffer();
        }
    }

    /**
     * Gives a packet, passes over one byte, or says how many bytes it takes to decide.
     *
     * @param last whether there are none beyond those in the window
     */
    private int decide(boolean last) throws FramingException {
        int available = window.limit - window.pos;
        if (available < headEnd) {
            return headEnd;
        }
        int start = window.pos + prefix;
        long length = framing.field.read(window.bytes, start);
        if (!plausible(start, length)) {
            if (!framing.resync.enabled()) {
                throw impossible(start, length);
            }
            return passOver();
        }
        int whole = prefix + (int) length;
        if (available < whole) {
            return last && searching ? passOver() : whole;
        }
        if (searching) {
            if (available >= whole + headEnd) {
                if (!followed(start, window.pos + whole + prefix)) {
                    return passOver();
                }
            } else if (!last) {
                return whole + headEnd;
            } else if (framing.isCcsds() && !Resync.believable(window.bytes, start)) {
                return passOver();
            }
            garbage.add(window);
            garbage.report();
            searching = false;
        }
        view.set(window.bytes, start, (int) length, window.base);
        window.pos += whole;
        return PACKET;
    }

    private boolean followed(int start, int next) {
        return plausible(next, framing.field.read(window.bytes, next))
                && (!framing.isCcsds() || Resync.believable(window.bytes, start, next));
    }

    private boolean plausible(int start, long length) {
        byte[] sync = framing.sync;
        return length >= min
                && length <= max
                && (sync.length == 0
                        || Arrays.equals(
                                window.bytes, start - sync.length, start, sync, 0, sync.length))
                && (!framing.isCcsds()
                        || !framing.resync.enabled()
                        || framing.resync.plausible(window.bytes, start));
    }

    private int passOver() {
        searching = true;
        garbage.begin(window);
        window.pos++;
        garbage.addLarge(window);
        return NO_PACKET;
    }

    private void finish(int need) {
        if (searching) {
            garbage.begin(window);
            window.pos = window.limit;
            garbage.add(window);
            garbage.report();
        } else {
            reportLeftover(need);
        }
        window.clear();
        ending = false;
        searching = framing.resync.startsSearching();
    }

    private void reportLeftover(int need) {
        int rest = window.limit - window.pos;
        if (rest > 0) {
            String what = need == headEnd ? "the header of a packet" : "the packet";
            listener.lost(
                    new LostBytes(
                            LostBytes.Cause.LEFTOVER,
                            window.base + window.pos,
                            apid(rest),
                            Arrays.copyOfRange(window.bytes, window.pos, window.limit),
                            false,
                            rest
                                    + (rest == 1 ? " byte is" : " bytes are")
                                    + " left at the end, "
                                    + what
                                    + " takes "
                                    + need));
        }
    }

    private int apid(int rest) {
        return framing.isCcsds() && rest >= headEnd
                ? CcsdsHeader.apid(window.bytes, window.pos + prefix)
                : -1;
    }

    private FramingException impossible(int start, long length) {
        String message =
                length >= min && length <= max
                        ? "the bytes before the packet are not the synchronisation pattern"
                        : "a packet of "
                                + length
                                + " bytes by its length field, possible are "
                                + min
                                + " to "
                                + max;
        return new FramingException(
                message + "; is the framing " + framing + "?", window.base + start);
    }
}
