package io.tcsstamp.packet;

/**
 * The bytes that a cutter looks at: the piece that was fed, where it lies, or a buffer with the
 * rest of earlier pieces, which is filled up from the piece only as far as one packet needs it.
 */
final class ByteWindow {
    private static final byte[] NOTHING = {};

    /** The window: what is to be read is from pos to limit. */
    byte[] bytes = NOTHING;

    int pos;
    int limit;

    /** Position in the stream of index 0 of the window. */
    long base;

    private byte[] buffer = NOTHING;
    private boolean buffered;
    private byte[] piece;
    private int pieceStart;
    private int pieceRead;
    private int pieceEnd;

    void feed(byte[] fed, int offset, int length) {
        if (piece != null) {
            throw new IllegalStateException(
                    "there may be packets in the bytes fed before: call next() until it is false");
        }
        piece = fed;
        pieceStart = offset;
        pieceRead = offset;
        pieceEnd = offset + length;
        if (pos == limit) {
            look(fed, offset, pieceEnd, base + limit - offset, false);
        }
    }

    /** Makes the bytes at pos at least that many, as far as there are that many. */
    boolean fill(int need) {
        if (!buffered || piece == null) {
            return limit - pos >= need;
        }
        int more = Math.min(need - (limit - pos), pieceEnd - pieceRead);
        room(more);
        System.arraycopy(piece, pieceRead, buffer, limit, more);
        pieceRead += more;
        limit += more;
        return limit - pos >= need;
    }

    private void room(int more) {
        int rest = limit - pos;
        if (limit + more <= buffer.length) {
            return;
        }
        byte[] to = buffer;
        if (rest + more > buffer.length / 2) {
            // grows with what came, not with what a length field says, and to more than is there,
            // or
            // a search that comes forward by a byte would move all the rest for each
            to = new byte[2 * (rest + more)];
        }
        System.arraycopy(buffer, pos, to, 0, rest);
        buffer = to;
        look(to, 0, rest, base + pos, true);
    }

    /** Puts what is left in the buffer: the piece can go. */
    void keep() {
        if (!buffered) {
            int rest = limit - pos;
            if (rest > buffer.length || buffer.length > PacketCutter.USUAL_BYTES) {
                buffer = new byte[Math.max(rest, 64)];
            }
            System.arraycopy(bytes, pos, buffer, 0, rest);
            look(buffer, 0, rest, base + pos, true);
        }
        piece = null;
    }

    boolean canLeaveBuffer() {
        return buffered && piece != null && limit - pos <= pieceRead - pieceStart;
    }

    /** Looks at the piece from where the buffer was read to. */
    void leaveBuffer() {
        int index = pieceRead - (limit - pos);
        look(piece, index, pieceEnd, base + pos - index, false);
    }

    /** Forgets what is left; what is fed next follows it in the stream. */
    void clear() {
        base += limit;
        pos = 0;
        limit = 0;
        bytes = NOTHING;
        buffered = false;
        piece = null;
        if (buffer.length > PacketCutter.USUAL_BYTES) {
            buffer = NOTHING;
        }
    }

    private void look(byte[] at, int from, int to, long streamBase, boolean isBuffer) {
        bytes = at;
        pos = from;
        limit = to;
        base = streamBase;
        buffered = isBuffer;
    }
}
