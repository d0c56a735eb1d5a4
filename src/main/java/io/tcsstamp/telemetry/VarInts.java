package io.tcsstamp.telemetry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/**
 * Numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit set on all
 * bytes but the last; signed ones with the sign as the lowest bit.
 */
final class VarInts {
    private VarInts() {}

    /** True where the checksum in the header is that of what follows. */
    static boolean isSealed(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(1) == checksum(bytes, bytes.length);
    }

    private static int checksum(byte[] bytes, int end) {
        CRC32 crc = new CRC32();
        crc.update(bytes, SampleBatchCodec.HEADER, end - SampleBatchCodec.HEADER);
        return (int) crc.getValue();
    }

    /** Gathers bytes. Not thread-safe. */
    static final class Writer {
        private byte[] bytes;
        private int used;

        Writer(int capacity) {
            bytes = new byte[capacity];
        }

        void skip(int count) {
            reserve(count);
            used += count;
        }

        void number(long value) {
            reserve(10);
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes[used++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes[used++] = (byte) rest;
        }

        void signed(long value) {
            number(value << 1 ^ value >> 63);
        }

        void bytes(byte[] from, int offset, int length) {
            reserve(length);
            System.arraycopy(from, offset, bytes, used, length);
            used += length;
        }

        /** All that was written, with its header filled in. */
        byte[] sealed(int version) {
            bytes[0] = (byte) version;
            ByteBuffer.wrap(bytes).putInt(1, checksum(bytes, used));
            return Arrays.copyOf(bytes, used);
        }

        private void reserve(int count) {
            if (bytes.length - used < count) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + count));
            }
        }
    }

    /** Reads bytes that may be anything, and says what is wrong. Not thread-safe. */
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes, int from) {
            this.bytes = bytes;
            this.at = from;
        }

        int remaining() {
            return bytes.length - at;
        }

        /** A number from 0 to {@code most}. */
        int number(int most) throws DataFormatException {
            long value = number();
            if (value < 0 || value > most) {
                throw new DataFormatException(
                        "a number that cannot be, " + value + ", before byte " + at);
            }
            return (int) value;
        }

        long signed() throws DataFormatException {
            long value = number();
            return value >>> 1 ^ -(value & 1);
        }

        private long number() throws DataFormatException {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                if (at == bytes.length) {
                    throw new DataFormatException("cut off");
                }
                byte next = bytes[at++];
                value |= (next & 0x7FL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            throw new DataFormatException("a number longer than 64 bits before byte " + at);
        }

        /** Passes over bytes; returns where they start. */
        int skip(long length) throws DataFormatException {
            if (length > remaining()) {
                throw new DataFormatException("cut off");
            }
            int start = at;
            at += (int) length;
            return start;
        }

        /** Text without control characters. */
        String text(int offset, int length, Charset charset) throws DataFormatException {
            try {
                String text =
                        charset.newDecoder()
                                .decode(ByteBuffer.wrap(bytes, offset, length))
                                .toString();
                if (text.chars().noneMatch(Character::isISOControl)) {
                    return text;
                }
            } catch (CharacterCodingException e) {
                throw new DataFormatException("text that is not " + charset);
            }
            throw new DataFormatException("a control character in a text");
        }
    }
}
