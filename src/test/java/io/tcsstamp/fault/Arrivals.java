package io.tcsstamp.fault;

import java.util.Arrays;

/**
 * What one connection to STAMP brought and how it ended. What is appended counts as arrived. One
 * thread appends; any may ask.
 */
final class Arrivals {
    private final NumberedLines lines = new NumberedLines();
    private final LineLedger ledger;
    private byte[] torn = new byte[0];
    private long first;
    private long last;
    private long count;
    private long bytes;
    private String ending = "";

    Arrivals(LineLedger ledger) {
        this.ledger = ledger;
    }

    /** Takes what was read. */
    synchronized void append(byte[] buffer, int length) {
        bytes += length;
        byte[] all = buffer;
        int end = length;
        if (torn.length > 0) {
            all = Arrays.copyOf(torn, torn.length + length);
            System.arraycopy(buffer, 0, all, torn.length, length);
            end = all.length;
        }
        int start = 0;
        for (int i = torn.length; i < end; i++) {
            if (all[i] == '\n') {
                line(all, start, i);
                start = i + 1;
            }
        }
        torn = Arrays.copyOfRange(all, start, end);
    }

    private void line(byte[] all, int from, int to) {
        long number = lines.number(all, from, to);
        ledger.line(last, number, () -> new String(all, from, to - from));
        if (number > 0) {
            first = first == 0 ? number : first;
            last = number;
            count++;
        }
    }

    synchronized void end(String how) {
        ending = how;
    }

    /** The number of the first complete line; 0 where there is none. */
    synchronized long first() {
        return first;
    }

    /** The number of the last complete line; 0 where there is none. */
    synchronized long last() {
        return last;
    }

    /** True where its last line is the latest that has ever come. */
    synchronized boolean hasLatest() {
        return last > 0 && last == ledger.last();
    }

    /** How many complete lines came. */
    synchronized long count() {
        return count;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** The bytes behind the last line end. */
    synchronized int tornBytes() {
        return torn.length;
    }

    synchronized boolean isOpen() {
        return ending.isEmpty();
    }

    /** How it ended; empty as long as it has not. */
    synchronized String ending() {
        return ending;
    }

    @Override
    public synchronized String toString() {
        return "lines %d to %d, %d bytes of a torn one; %s"
                .formatted(first, last, torn.length, ending);
    }
}
