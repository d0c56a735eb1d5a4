package io.tcsstamp.decode;

/** The derived value is the raw number. */
enum PlainNumber implements Derivation {
    /** Of {@link RawKind#SIGNED}. */
    SIGNED {
        @Override
        public void derive(PacketValues values, int slot) {
            values.value[slot] = values.raw[slot];
        }
    },
    /** Of {@link RawKind#UNSIGNED}. */
    UNSIGNED {
        @Override
        public void derive(PacketValues values, int slot) {
            values.value[slot] = unsignedToDouble(values.raw[slot]);
        }
    },
    /** Of {@link RawKind#WIDE}. */
    WIDE {
        @Override
        public void derive(PacketValues values, int slot) {
            values.value[slot] = WideIntegers.of(values, slot).doubleValue();
        }
    },
    /** Of {@link RawKind#FLOAT}. */
    FLOAT {
        @Override
        public void derive(PacketValues values, int slot) {
            values.value[slot] = Double.longBitsToDouble(values.raw[slot]);
        }
    };

    /** The derivation that leaves a raw number as it is. */
    static PlainNumber of(RawKind kind) {
        return switch (kind) {
            case SIGNED -> SIGNED;
            case UNSIGNED -> UNSIGNED;
            case WIDE -> WIDE;
            case FLOAT -> FLOAT;
            case TEXT, BYTES -> throw new IllegalArgumentException(kind + " is no number");
        };
    }

    /** The raw number of a slot as the nearest double. */
    static double rawNumber(PacketValues values, int slot) {
        long raw = values.raw[slot];
        return switch (values.fields[slot].rawKind()) {
            case SIGNED -> raw;
            case UNSIGNED -> unsignedToDouble(raw);
            case WIDE -> WideIntegers.of(values, slot).doubleValue();
            case FLOAT -> Double.longBitsToDouble(raw);
            case TEXT, BYTES -> throw new IllegalStateException("no number");
        };
    }

    /** An unsigned long as the nearest double. */
    static double unsignedToDouble(long bits) {
        if (bits >= 0) {
            return bits;
        }
        // halved, with the lost bit kept so that it rounds the same way
        return ((bits >>> 1) | (bits & 1)) * 2.0;
    }
}
