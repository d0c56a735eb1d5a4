package io.tcsstamp.packet;

/** Makes space packets (CCSDS 133.0-B) and UDP datagrams from their parts. Thread-safe. */
public final class CcsdsPackets {
    private static final int MAX_DATA = 65536;

    private CcsdsPackets() {}

    /** An unsegmented telemetry packet without secondary header. */
    public static byte[] create(int apid, int sequenceCount, byte[] data) {
        return create(0, 0, 0, apid, CcsdsHeader.UNSEGMENTED, sequenceCount, data);
    }

    /**
     * A packet with the given header; its length field says what the data have.
     *
     * @param version 0 to 7
     * @param type 0 telemetry, 1 telecommand
     * @param secondaryHeaderFlag 0 or 1
     * @param apid 0 to 2047
     * @param sequenceFlags 0 to 3
     * @param sequenceCount 0 to 16383
     * @param data 1 to 65536 bytes
     * @throws IllegalArgumentException if one is out of its range, with name and range
     */
    public static byte[] create(
            int version,
            int type,
            int secondaryHeaderFlag,
            int apid,
            int sequenceFlags,
            int sequenceCount,
            byte[] data) {
        check("version", version, 0, 7);
        check("type", type, 0, 1);
        check("secondary header flag", secondaryHeaderFlag, 0, 1);
        check("APID", apid, 0, CcsdsHeader.APIDS - 1);
        check("sequence flags", sequenceFlags, 0, 3);
        check("sequence count", sequenceCount, 0, CcsdsHeader.SEQUENCE_MODULUS - 1);
        check("number of data bytes", data.length, 1, MAX_DATA);
        byte[] packet = new byte[CcsdsHeader.LENGTH + data.length];
        word(packet, 0, version << 13 | type << 12 | secondaryHeaderFlag << 11 | apid);
        word(packet, 2, sequenceFlags << 14 | sequenceCount);
        word(packet, 4, data.length - 1);
        System.arraycopy(data, 0, packet, CcsdsHeader.LENGTH, data.length);
        return packet;
    }

    /**
     * A UDP datagram (RFC 768) with its header of 8 bytes.
     *
     * @param sourcePort 0 to 65535
     * @param destinationPort 0 to 65535
     * @param data 0 to 65527 bytes
     * @param checksum 0 to 65535; 0 says that there is none
     * @throws IllegalArgumentException if one is out of its range, with name and range
     */
    public static byte[] createUdp(int sourcePort, int destinationPort, byte[] data, int checksum) {
        check("source port", sourcePort, 0, 0xFFFF);
        check("destination port", destinationPort, 0, 0xFFFF);
        check("number of data bytes", data.length, 0, 0xFFFF - PacketFraming.UDP_HEADER);
        check("checksum", checksum, 0, 0xFFFF);
        byte[] datagram = new byte[PacketFraming.UDP_HEADER + data.length];
        word(datagram, 0, sourcePort);
        word(datagram, 2, destinationPort);
        word(datagram, 4, datagram.length);
        word(datagram, 6, checksum);
        System.arraycopy(data, 0, datagram, PacketFraming.UDP_HEADER, data.length);
        return datagram;
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "the " + name + " must be " + min + " to " + max + ", not " + value);
        }
    }

    private static void word(byte[] bytes, int index, int value) {
        bytes[index] = (byte) (value >> 8);
        bytes[index + 1] = (byte) value;
    }
}
