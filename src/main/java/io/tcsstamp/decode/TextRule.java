package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.packet.Bits;
import java.util.HexFormat;

/**
 * Where the text is within its buffer. XTCE: TerminationChar, LeadingSize.
 *
 * <p>Immutable and thread-safe.
 */
sealed interface TextRule {
    /**
     * The extent of the text of a slot whose raw value is there.
     *
     * @throws DecodeFailure where the buffer does not say
     */
    long textWithin(PacketValues values, int slot, TextCharset charset);

    /** The rule for an extent of the definition. */
    static TextRule of(TextExtent extent) {
        if (extent instanceof TextExtent.Terminated terminated) {
            return new Terminated(HexFormat.of().parseHex(terminated.hex()));
        }
        if (extent instanceof TextExtent.Leading leading) {
            return new Leading(leading.sizeInBitsOfSizeTag());
        }
        return new Whole();
    }

    /** All of the buffer. */
    record Whole() implements TextRule {
        @Override
        public long textWithin(PacketValues values, int slot, TextCharset charset) {
            return values.raw[slot];
        }
    }

    /** Up to a character. */
    record Terminated(byte[] end) implements TextRule {
        @Override
        public long textWithin(PacketValues values, int slot, TextCharset charset) {
            long buffer = values.raw[slot];
            long start = Extent.bitOffset(buffer);
            long last = Extent.bitLength(buffer) - end.length * 8L;
            for (long at = 0; at <= last; at += charset.unitBits()) {
                if (matches(values, start + at)) {
                    return Extent.of(start, at);
                }
            }
            throw Failures.value(
                    values,
                    slot,
                    "its buffer of %d bits has no termination character %s"
                            .formatted(Extent.bitLength(buffer), HexFormat.of().formatHex(end)));
        }

        private boolean matches(PacketValues values, long at) {
            int offset = values.offset + (int) (at >> 3);
            int bit = (int) at & 7;
            for (int i = 0; i < end.length; i++) {
                if ((byte) Bits.unsigned(values.bytes, offset + i, bit, 8) != end[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** By a number of bits in front. */
    record Leading(int tagBits) implements TextRule {
        @Override
        public long textWithin(PacketValues values, int slot, TextCharset charset) {
            long start = Extent.bitOffset(values.raw[slot]);
            long room = Extent.bitLength(values.raw[slot]) - tagBits;
            if (room < 0) {
                throw bad(
                        values,
                        slot,
                        "its buffer has no room for the %d bits of its length".formatted(tagBits));
            }
            long bits =
                    Bits.unsigned(
                            values.bytes,
                            values.offset + (int) (start >> 3),
                            (int) start & 7,
                            tagBits);
            if (bits < 0 || bits > room) {
                throw bad(
                        values,
                        slot,
                        "its length of %s bits is more than the %d that its buffer has"
                                .formatted(Long.toUnsignedString(bits), room));
            }
            if ((bits & 7) != 0) {
                throw bad(values, slot, "its length of %d bits is not in bytes".formatted(bits));
            }
            return Extent.of(start + tagBits, bits);
        }

        private static DecodeFailure bad(PacketValues values, int slot, String message) {
            String name = values.fields[slot].name();
            values.takeBack(slot);
            return Failures.size(values, name, message);
        }
    }
}
