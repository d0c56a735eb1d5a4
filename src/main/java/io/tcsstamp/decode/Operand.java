package io.tcsstamp.decode;

/**
 * A value of the packet that a criterion, a size or a calculation refers to.
 *
 * @param reference its number, an index into {@link PacketValues#lastSlot}
 * @param name of the parameter, for messages
 * @param field what it is a value of
 * @param calibrated true for the derived value, false for the raw one
 */
record Operand(int reference, String name, Field field, boolean calibrated) {

    /**
     * The slot of the last value decoded before.
     *
     * @throws DecodeFailure where there is none
     */
    int slot(PacketValues values) {
        int slot = values.latest(reference);
        if (slot < 0) {
            throw Failures.missing(values, name);
        }
        return slot;
    }

    /** What the value is; an integer that a context may calibrate is {@link ValueKind#FLOAT}. */
    ValueKind kind() {
        if (calibrated) {
            return field.contextual() ? ValueKind.FLOAT : field.plainKind();
        }
        return switch (field.rawKind()) {
            case SIGNED -> ValueKind.SIGNED;
            case UNSIGNED -> ValueKind.UNSIGNED;
            case WIDE -> ValueKind.WIDE;
            case FLOAT -> ValueKind.FLOAT;
            case TEXT, BYTES -> ValueKind.BYTES;
        };
    }

    /** True for an integer of at most 64 bits that is the raw one. */
    boolean isRawInteger() {
        return kind() == ValueKind.SIGNED || kind() == ValueKind.UNSIGNED;
    }

    boolean isNumber() {
        return switch (kind()) {
            case SIGNED, UNSIGNED, WIDE, FLOAT, BOOLEAN -> true;
            case LABEL, TEXT, BYTES -> false;
        };
    }

    boolean isText() {
        return kind() == ValueKind.LABEL || kind() == ValueKind.TEXT;
    }

    boolean isBytes() {
        return kind() == ValueKind.BYTES;
    }

    /** What it is, for messages. */
    String words() {
        return switch (kind()) {
            case SIGNED, UNSIGNED, WIDE -> "an integer";
            case FLOAT -> "a number";
            case BOOLEAN -> "true or false";
            case LABEL -> "a label";
            case TEXT -> "text";
            case BYTES -> "bytes";
        };
    }

    /** What may help where another kind of value is wanted. */
    String hint() {
        return kind() == ValueKind.LABEL || kind() == ValueKind.BOOLEAN
                ? "; useCalibratedValue=\"false\" refers to its raw value"
                : "";
    }
}
