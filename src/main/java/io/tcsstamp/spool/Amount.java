package io.tcsstamp.spool;

/** How much of a stream: lines, and their bytes. Immutable. */
record Amount(long lines, long bytes) {
    static final Amount NONE = new Amount(0, 0);

    static Amount of(SpooledLines batch) {
        return new Amount(batch.count(), batch.bytes().length);
    }

    Amount plus(Amount other) {
        return new Amount(lines + other.lines, bytes + other.bytes);
    }

    Amount minus(Amount other) {
        return new Amount(lines - other.lines, bytes - other.bytes);
    }
}
