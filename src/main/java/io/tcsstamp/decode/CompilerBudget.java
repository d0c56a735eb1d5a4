package io.tcsstamp.decode;

/**
 * What compiling one plan may cost, and what it cost so far. What is beyond is left to the
 * interpreter. Not thread-safe.
 */
final class CompilerBudget {
    private static final int MAX_FIELDS = 400_000;
    private static final long MAX_CONSTANTS = 8_000_000;
    private static final int MAX_DEPTH = 300;

    private int fields;
    private long constants;
    private int slots;
    private int depth;

    /** Takes fields to be compiled; false: leave them. */
    boolean takeFields(int count) {
        fields += count;
        return fields <= MAX_FIELDS;
    }

    /** Takes room for a constant array, which every container has of all its fields. */
    boolean takeConstants(int count) {
        constants += count;
        return constants <= MAX_CONSTANTS;
    }

    /** Goes a container deeper; false: leave it. */
    boolean enter() {
        return ++depth <= MAX_DEPTH;
    }

    void leave() {
        depth--;
    }

    /** The generated code takes so many slots for granted. */
    void needSlots(int count) {
        slots = Math.max(slots, count);
    }

    int slots() {
        return slots;
    }
}
