package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.IntegerKind;

/** Bits of an integer to its value; XTCE: integerEncoding. */
final class IntegerKinds {
    private IntegerKinds() {}

    /**
     * The value of 1 to 64 bits.
     *
     * @throws DecodeFailure for a half byte over 9 in a BCD number
     */
    static long value(long bits, int width, IntegerKind kind, PacketValues values, int slot) {
        int unused = 64 - width;
        return switch (kind) {
            case UNSIGNED -> bits;
            case TWOS_COMPLEMENT -> bits << unused >> unused;
            case ONES_COMPLEMENT -> {
                long extended = bits << unused >> unused;
                yield extended < 0 ? extended + 1 : extended;
            }
            case SIGN_MAGNITUDE -> {
                long magnitude = bits & (-1L >>> unused >>> 1);
                yield bits << unused < 0 ? -magnitude : magnitude;
            }
            case BCD -> digits(bits, width, 8, values, slot);
            case PACKED_BCD -> digits(bits, width, 4, values, slot);
        };
    }

    private static long digits(long bits, int width, int step, PacketValues values, int slot) {
        long number = 0;
        long weight = 1;
        for (int shift = 0; shift < width; shift += step) {
            long digit = bits >>> shift & 0xF;
            if (digit > 9) {
                throw Failures.value(
                        values, slot, "0x%X is no binary coded decimal number".formatted(bits));
            }
            number += digit * weight;
            weight *= 10;
        }
        return number;
    }
}
