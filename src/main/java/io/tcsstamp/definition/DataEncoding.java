package io.tcsstamp.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * How a raw value stands in the packet. XTCE: DataEncoding.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface DataEncoding {
    /** The order of bytes. */
    enum ByteOrder {
        /** Big endian. */
        MOST_SIGNIFICANT_FIRST,
        /** Little endian. */
        LEAST_SIGNIFICANT_FIRST
    }

    /** The order of the bits of a field. */
    enum BitOrder {
        /** The usual. */
        MOST_SIGNIFICANT_FIRST,
        /** The first bit in the packet is the least significant one. */
        LEAST_SIGNIFICANT_FIRST
    }

    /**
     * An integer. XTCE: IntegerDataEncoding.
     *
     * @param sizeInBits 1 to {@value #MAX_BITS}
     * @param kind how negative numbers and digits are written
     * @param byteOrder of the bytes; a size that is no multiple of 8 with the least significant
     *     byte first: the first 8 bits are the least significant ones, and so on, the rest stands
     *     last
     * @param bitOrder of the bits
     * @param calibration to the derived value
     */
    record OfInteger(
            int sizeInBits,
            IntegerKind kind,
            ByteOrder byteOrder,
            BitOrder bitOrder,
            Calibration calibration)
            implements DataEncoding {
        /** The widest integer. */
        public static final int MAX_BITS = 1024;

        /** Creates an encoding. */
        public OfInteger {
            if (sizeInBits < 1 || sizeInBits > MAX_BITS) {
                throw new IllegalArgumentException("an integer has 1 to 1024 bits: " + sizeInBits);
            }
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(byteOrder, "byteOrder");
            Objects.requireNonNull(bitOrder, "bitOrder");
            Objects.requireNonNull(calibration, "calibration");
        }
    }

    /** How an integer is written. */
    enum IntegerKind {
        /** Natural binary. */
        UNSIGNED,
        /** Two's complement. */
        TWOS_COMPLEMENT,
        /** One's complement; minus zero is 0. */
        ONES_COMPLEMENT,
        /** The first bit is the sign; minus zero is 0. */
        SIGN_MAGNITUDE,
        /** A decimal digit in each byte (its low half). */
        BCD,
        /** A decimal digit in each four bits. */
        PACKED_BCD
    }

    /**
     * A float. XTCE: FloatDataEncoding.
     *
     * @param sizeInBits one that the kind allows: IEEE 754 16, 32, 64, 80 (x87 extended, rounded to
     *     a double) and 128 (rounded to a double); MIL-STD-1750A 32, 48
     * @param kind the format
     * @param byteOrder of the bytes
     * @param bitOrder of the bits
     * @param calibration to the derived value
     */
    record OfFloat(
            int sizeInBits,
            FloatKind kind,
            ByteOrder byteOrder,
            BitOrder bitOrder,
            Calibration calibration)
            implements DataEncoding {
        /** Creates an encoding. */
        public OfFloat {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(byteOrder, "byteOrder");
            Objects.requireNonNull(bitOrder, "bitOrder");
            Objects.requireNonNull(calibration, "calibration");
            if (!kind.allows(sizeInBits)) {
                throw new IllegalArgumentException(
                        kind + " has no size of " + sizeInBits + " bits");
            }
        }
    }

    /** How a float is written. */
    enum FloatKind {
        /** IEEE 754. */
        IEEE754,
        /** MIL-STD-1750A. */
        MILSTD_1750A;

        /** True where there is a format of that size. */
        public boolean allows(int sizeInBits) {
            return switch (this) {
                case IEEE754 ->
                        sizeInBits == 16
                                || sizeInBits == 32
                                || sizeInBits == 64
                                || sizeInBits == 80
                                || sizeInBits == 128;
                case MILSTD_1750A -> sizeInBits == 32 || sizeInBits == 48;
            };
        }
    }

    /**
     * Text. The raw value is the whole buffer, the derived value is the text in it. XTCE:
     * StringDataEncoding.
     *
     * @param charset its name in Java's terms: US-ASCII, ISO-8859-1, windows-1252, UTF-8, UTF-16,
     *     UTF-16LE, ...; UTF-16 and UTF-32 start with a byte order mark or are in the byte order
     * @param byteOrder of UTF-16 and UTF-32 without a byte order mark
     * @param sizeInBits of the buffer
     * @param extent how long the text is within the buffer
     */
    record OfString(String charset, ByteOrder byteOrder, IntegerValue sizeInBits, TextExtent extent)
            implements DataEncoding {
        /** Creates an encoding. */
        public OfString {
            Objects.requireNonNull(charset, "charset");
            Objects.requireNonNull(byteOrder, "byteOrder");
            Objects.requireNonNull(sizeInBits, "sizeInBits");
            Objects.requireNonNull(extent, "extent");
        }
    }

    /** How long a text is within its buffer. */
    sealed interface TextExtent {
        /** As long as the buffer. */
        record Whole() implements TextExtent {}

        /**
         * Up to a character, which is searched at multiples of the charset's code unit. XTCE:
         * TerminationChar.
         *
         * @param hex the character's bytes in the packet, in hexadecimal digits
         */
        record Terminated(String hex) implements TextExtent {
            /** Creates an extent. */
            public Terminated {
                Objects.requireNonNull(hex, "hex");
            }
        }

        /**
         * By a number of bits that stands in front. XTCE: LeadingSize.
         *
         * @param sizeInBitsOfSizeTag of that number, 1 to 64
         */
        record Leading(int sizeInBitsOfSizeTag) implements TextExtent {}
    }

    /**
     * Bytes. XTCE: BinaryDataEncoding.
     *
     * @param sizeInBits how many bits, 0 is possible
     */
    record OfBinary(IntegerValue sizeInBits) implements DataEncoding {
        /** Creates an encoding. */
        public OfBinary {
            Objects.requireNonNull(sizeInBits, "sizeInBits");
        }
    }

    /** The size in bits where it is the same in every packet. */
    default Optional<Long> fixedSizeInBits() {
        if (this instanceof OfInteger e) {
            return Optional.of((long) e.sizeInBits());
        }
        if (this instanceof OfFloat e) {
            return Optional.of((long) e.sizeInBits());
        }
        IntegerValue size =
                this instanceof OfString e ? e.sizeInBits() : ((OfBinary) this).sizeInBits();
        return size instanceof IntegerValue.Fixed f ? Optional.of(f.value()) : Optional.empty();
    }
}
