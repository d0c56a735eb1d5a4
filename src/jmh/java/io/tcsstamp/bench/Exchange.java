package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A block and what has to come of it.
 *
 * @param block the bytes to send
 * @param expected the bytes to receive
 */
record Exchange(byte[] block, byte[] expected) {

    static Exchange changed(BlockGenerator generator, Contender contender) {
        Latin1Buffer tcs = new Latin1Buffer();
        Latin1Buffer stamp = new Latin1Buffer();
        generator.changed(tcs, stamp);
        return of(tcs, stamp, contender);
    }

    static Exchange full(BlockGenerator generator, Contender contender) {
        Latin1Buffer tcs = new Latin1Buffer();
        Latin1Buffer stamp = new Latin1Buffer();
        generator.full(tcs, stamp);
        return of(tcs, stamp, contender);
    }

    private static Exchange of(Latin1Buffer tcs, Latin1Buffer stamp, Contender contender) {
        return new Exchange(tcs.toByteArray(), (contender.converts() ? stamp : tcs).toByteArray());
    }

    /**
     * Sends the block, waits for what comes of it and returns how long that took, in nanoseconds.
     */
    long run(Ends ends) throws IOException {
        long start = System.nanoTime();
        ends.send(block);
        byte[] received = ends.receive(expected.length);
        long nanos = System.nanoTime() - start;
        check(received);
        return nanos;
    }

    /** Fails unless {@code received} is what the expected bytes begin with. */
    void check(byte[] received) {
        if (!Arrays.equals(received, 0, received.length, expected, 0, received.length)) {
            ByteBuffer want = ByteBuffer.wrap(expected).position(expected.length);
            throw new BenchException(
                    Difference.describe(want, ByteBuffer.wrap(received).position(received.length)));
        }
    }
}
