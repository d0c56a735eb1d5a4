package io.tcsstamp.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The primary header of a space packet (CCSDS 133.0-B, section 4.1.3), read in place: six bytes at
 * {@code offset}, which must be within the array. Stateless and thread-safe.
 */
public final class CcsdsHeader {
    /** Bytes of the primary header. */
    public static final int LENGTH = 6;

    /** The application process identifier of idle packets, whose data mean nothing. */
    public static final int IDLE_APID = 2047;

    /** Number of application process identifiers. */
    public static final int APIDS = 2048;

    /** Sequence counts run from 0 to this, exclusive, per APID. */
    public static final int SEQUENCE_MODULUS = 16384;

    /** The longest packet in bytes: header and 65,536 bytes of data. */
    public static final int MAX_PACKET_LENGTH = LENGTH + 65536;

    /** Sequence flags of a segment within a group. */
    public static final int CONTINUATION = 0;

    /** Sequence flags of the first segment of a group. */
    public static final int FIRST = 1;

    /** Sequence flags of the last segment of a group. */
    public static final int LAST = 2;

    /** Sequence flags of a packet that stands for itself. */
    public static final int UNSEGMENTED = 3;

    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private CcsdsHeader() {}

    /** The packet version number, 0 to 7; space packets have 0. */
    public static int version(byte[] bytes, int offset) {
        return (bytes[offset] & 0xE0) >> 5;
    }

    /** The packet type: 0 telemetry, 1 telecommand. */
    public static int type(byte[] bytes, int offset) {
        return bytes[offset] >> 4 & 1;
    }

    /** The secondary header flag: 1 where the data begin with a secondary header. */
    public static int secondaryHeaderFlag(byte[] bytes, int offset) {
        return bytes[offset] >> 3 & 1;
    }

    /** The application process identifier, 0 to 2047. */
    public static int apid(byte[] bytes, int offset) {
        return word(bytes, offset) & 0x7FF;
    }

    /** The sequence flags: one of {@link #CONTINUATION} to {@link #UNSEGMENTED}. */
    public static int sequenceFlags(byte[] bytes, int offset) {
        return (bytes[offset + 2] & 0xC0) >> 6;
    }

    /** The packet sequence count (or packet name), 0 to 16383. */
    public static int sequenceCount(byte[] bytes, int offset) {
        return word(bytes, offset + 2) & 0x3FFF;
    }

    /** The data length field as it stands: bytes behind the header, less 1; 0 to 65535. */
    public static int dataLength(byte[] bytes, int offset) {
        return word(bytes, offset + 4);
    }

    /** Bytes of the whole packet with its header by the data length field, 7 to 65542. */
    public static int totalLength(byte[] bytes, int offset) {
        return word(bytes, offset + 4) + LENGTH + 1;
    }

    private static int word(byte[] bytes, int index) {
        return (short) SHORT.get(bytes, index) & 0xFFFF;
    }
}
