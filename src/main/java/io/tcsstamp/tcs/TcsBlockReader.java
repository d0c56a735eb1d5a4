package io.tcsstamp.tcs;

import io.tcsstamp.telemetry.Rejection;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into whole blocks: gathers what a socket gives until an ETX ends a block.
 *
 * <p>Holds at most one block of the maximum size and what one read brings; a longer one is rejected
 * piece by piece as it comes, up to its ETX. One reader reads one connection; not thread-safe.
 */
public final class TcsBlockReader {
    /** Ends a block. */
    public static final byte ETX = 0x03;

    /** The cause of what is rejected because its block is too long. */
    public static final String TOO_LONG = "too-long";

    /** The cause of what is rejected because the stream ended within it. */
    public static final String INCOMPLETE = "incomplete";

    private static final byte LF = '\n';
    private static final byte[] NOTHING = {};

    /** A buffer that grew beyond this for a long block is given back after it. */
    private static final int USUAL_BYTES = 512 << 10;

    private final int maxBlockBytes;
    private final Consumer<Rejection> rejections;
    private byte[] pending = NOTHING;
    private int pendingLength;
    private boolean skipping;

    /**
     * Creates a reader for one connection.
     *
     * @param maxBlockBytes the longest block that is read, without its ETX, at least 1
     * @param rejections is given what is longer
     */
    public TcsBlockReader(int maxBlockBytes, Consumer<Rejection> rejections) {
        if (maxBlockBytes < 1) {
            throw new IllegalArgumentException(
                    "the maximum block size must be at least 1: " + maxBlockBytes);
        }
        this.maxBlockBytes = maxBlockBytes;
        this.rejections = rejections;
    }

    /**
     * Takes what came from the socket.
     *
     * @param bytes all of it is consumed
     * @return the blocks that are now complete, each with its ETX; empty where there is none. The
     *     array is the caller's.
     */
    public byte[] read(ByteBuffer bytes) {
        if (skipping && !skipToEtx(bytes)) {
            return NOTHING;
        }
        int searched = pendingLength;
        append(bytes);
        int end = pendingLength;
        while (end > searched && pending[end - 1] != ETX) {
            end--;
        }
        byte[] blocks = NOTHING;
        if (end > searched) {
            blocks = Arrays.copyOf(pending, end);
            if (end > maxBlockBytes) {
                blocks = withoutTooLong(blocks);
            }
            dropFirst(end);
        }
        if (pendingLength > maxBlockBytes) {
            rejections.accept(tooLong(Arrays.copyOf(pending, pendingLength), false));
            dropFirst(pendingLength);
            skipping = true;
        }
        return blocks;
    }

    /**
     * Ends the stream within a block: what is incomplete is rejected.
     *
     * @param reason what ended it, for the rejection
     * @return the records of the last block that are complete, without ETX; empty where there is
     *     none
     */
    public byte[] end(String reason) {
        int complete = pendingLength;
        while (complete > 0 && pending[complete - 1] != LF) {
            complete--;
        }
        if (complete < pendingLength) {
            rejections.accept(
                    Rejection.because(
                            INCOMPLETE,
                            Arrays.copyOfRange(pending, complete, pendingLength),
                            reason,
                            false));
        }
        byte[] records = complete == 0 ? NOTHING : Arrays.copyOf(pending, complete);
        pendingLength = 0;
        skipping = false;
        return records;
    }

    /** Like {@link #end}, for an end where nothing can be delivered any more: rejects it all. */
    public void abandon(String reason) {
        if (pendingLength > 0) {
            rejections.accept(
                    Rejection.because(
                            INCOMPLETE, Arrays.copyOf(pending, pendingLength), reason, false));
        }
        pendingLength = 0;
        skipping = false;
    }

    private boolean skipToEtx(ByteBuffer bytes) {
        int start = bytes.position();
        int etx = start;
        while (etx < bytes.limit() && bytes.get(etx) != ETX) {
            etx++;
        }
        boolean found = etx < bytes.limit();
        byte[] piece = new byte[etx - start];
        bytes.get(piece);
        if (piece.length > 0) {
            rejections.accept(tooLong(piece, true));
        }
        if (found) {
            bytes.get();
            skipping = false;
        }
        return found;
    }

    private byte[] withoutTooLong(byte[] blocks) {
        int kept = 0;
        for (int start = 0, i = 0; i < blocks.length; i++) {
            if (blocks[i] == ETX) {
                if (i - start > maxBlockBytes) {
                    rejections.accept(tooLong(Arrays.copyOfRange(blocks, start, i), false));
                } else {
                    System.arraycopy(blocks, start, blocks, kept, i + 1 - start);
                    kept += i + 1 - start;
                }
                start = i + 1;
            }
        }
        return kept == blocks.length ? blocks : Arrays.copyOf(blocks, kept);
    }

    private void append(ByteBuffer bytes) {
        int length = bytes.remaining();
        if (pendingLength + length > pending.length) {
            // doubled, or a block that comes byte by byte would be copied over and over
            pending = Arrays.copyOf(pending, Math.max(pendingLength + length, pending.length * 2));
        }
        bytes.get(pending, pendingLength, length);
        pendingLength += length;
    }

    private void dropFirst(int count) {
        pendingLength -= count;
        if (pending.length > USUAL_BYTES) {
            pending = Arrays.copyOfRange(pending, count, count + pendingLength);
        } else {
            System.arraycopy(pending, count, pending, 0, pendingLength);
        }
    }

    private Rejection tooLong(byte[] piece, boolean continued) {
        return Rejection.because(
                TOO_LONG,
                piece,
                "block longer than " + maxBlockBytes + " bytes without ETX",
                continued);
    }
}
