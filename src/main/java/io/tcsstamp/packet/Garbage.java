package io.tcsstamp.packet;

import java.io.ByteArrayOutputStream;

/** What a search has passed over, until it is reported. */
final class Garbage {
    private final PacketListener listener;
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private long position;
    private boolean continued;

    /** Index in the window of the first byte that is not in {@link #passed} yet, or -1. */
    private int from = -1;

    Garbage(PacketListener listener) {
        this.listener = listener;
    }

    /** What begins here is garbage, unless there is some already. */
    void begin(ByteWindow window) {
        if (from < 0) {
            from = window.pos;
            if (passed.size() == 0 && !continued) {
                position = window.base + window.pos;
            }
        }
    }

    /** Takes what was passed over, before the window moves. */
    void add(ByteWindow window) {
        if (from >= 0) {
            passed.write(window.bytes, from, window.pos - from);
            from = -1;
            if (passed.size() >= PacketCutter.LOST_PIECE) {
                give();
                continued = true;
            }
        }
    }

    /** The same, if it is much. */
    void addLarge(ByteWindow window) {
        if (window.pos - from + passed.size() >= PacketCutter.LOST_PIECE) {
            add(window);
        }
    }

    /** Says what there was. */
    void report() {
        if (passed.size() > 0) {
            give();
        }
        continued = false;
    }

    private void give() {
        byte[] bytes = passed.toByteArray();
        passed.reset();
        listener.lost(
                new LostBytes(
                        LostBytes.Cause.GARBAGE,
                        position,
                        -1,
                        bytes,
                        continued,
                        "no packet can begin here: "
                                + bytes.length
                                + (bytes.length == 1 ? " byte" : " bytes")
                                + " passed over"));
        position += bytes.length;
    }
}
