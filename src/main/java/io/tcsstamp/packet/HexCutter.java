package io.tcsstamp.packet;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Reads a packet from each line of hexadecimal text. Holds at most a line of the maximum length.
 */
final class HexCutter extends PacketCutter {
    private final HexLine line;
    private final int maxLine;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private byte[] piece;
    private int pos;
    private int end;
    private long base;
    private long lineStart;
    private long lineNumber = 1;
    private boolean skipping;
    private String reason = "";
    private boolean ending;

    HexCutter(PacketFraming framing, PacketView view, PacketListener listener) {
        super(framing, view, listener);
        line = new HexLine(framing);
        // two digits and a space for each byte, and a time before them
        maxLine = (int) Math.min(Integer.MAX_VALUE / 2, 3L * framing.maxLength + 4096);
    }

    @Override
    void feed(byte[] bytes, int offset, int length) {
        if (piece != null) {
            throw new IllegalStateException(
                    "there may be packets in the bytes fed before: call next() until it is false");
        }
        piece = bytes;
        pos = offset;
        end = offset + length;
        base -= offset;
    }

    @Override
    void end() {
        ending = true;
    }

    @Override
    boolean next() throws FramingException {
        while (piece != null) {
            int lf = pos;
            while (lf < end && piece[lf] != '\n') {
                lf++;
            }
            if (lf == end) {
                keep();
            } else if (take(lf)) {
                return true;
            }
        }
        if (ending) {
            ending = false;
            return endLine(begun.toByteArray(), 0, begun.size(), base);
        }
        return false;
    }

    private void keep() throws FramingException {
        int from = pos;
        int to = end;
        byte[] bytes = piece;
        base += end;
        piece = null;
        if (skipping) {
            report(Arrays.copyOfRange(bytes, from, to), base - (to - from), true);
            return;
        }
        begun.write(bytes, from, to - from);
        if (begun.size() > maxLine) {
            byte[] text = begun.toByteArray();
            begun.reset();
            skipping = true;
            reject(text, tooLong());
        }
    }

    /** Takes the line up to here; false where it has no packet. */
    private boolean take(int lf) throws FramingException {
        int from = pos;
        pos = lf + 1;
        if (begun.size() == 0) {
            return endLine(piece, from, lf, base + pos);
        }
        begun.write(piece, from, lf - from);
        return endLine(begun.toByteArray(), 0, begun.size(), base + pos);
    }

    private boolean endLine(byte[] bytes, int from, int to, long next) throws FramingException {
        try {
            return lineEnds(bytes, from, to);
        } finally {
            lineStart = next;
            lineNumber++;
        }
    }

    private boolean lineEnds(byte[] bytes, int from, int to) throws FramingException {
        begun.reset();
        if (skipping) {
            skipping = false;
            if (to > from) {
                report(Arrays.copyOfRange(bytes, from, to), base + from, true);
            }
            return false;
        }
        if (to - from > maxLine) {
            reject(Arrays.copyOfRange(bytes, from, to), tooLong());
            return false;
        }
        String problem = line.read(bytes, from, to);
        if (problem != null) {
            reject(Arrays.copyOfRange(bytes, from, to), problem);
            return false;
        }
        if (line.length() == 0) {
            return false;
        }
        view.set(line.bytes(), line.offset(), line.length(), lineStart - line.offset());
        return true;
    }

    private String tooLong() {
        return "longer than " + maxLine + " characters";
    }

    private void reject(byte[] text, String problem) throws FramingException {
        if (!framing.resync.enabled()) {
            throw new FramingException("line " + lineNumber + ": " + problem, lineStart);
        }
        reason = "line " + lineNumber + ": " + problem;
        report(text, lineStart, false);
    }

    private void report(byte[] text, long position, boolean continued) {
        if (!framing.resync.enabled()) {
            return;
        }
        for (int i = 0; i < text.length; i += LOST_PIECE) {
            listener.lost(
                    new LostBytes(
                            LostBytes.Cause.NOT_HEX,
                            position + i,
                            -1,
                            Arrays.copyOfRange(text, i, Math.min(text.length, i + LOST_PIECE)),
                            continued || i > 0,
                            reason));
        }
    }
}
