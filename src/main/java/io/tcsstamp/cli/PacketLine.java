package io.tcsstamp.cli;

import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.PacketView;
import java.util.Arrays;

/**
 * What is listed of a packet.
 *
 * @param index its number, from 0
 * @param position of its first byte in the input
 * @param length in bytes
 * @param header its first bytes, as many as a space packet's header has
 */
record PacketLine(long index, long position, int length, byte[] header) {
    /** The line of a packet. */
    static PacketLine of(long index, PacketView packet) {
        int end = packet.offset() + Math.min(packet.length(), CcsdsHeader.LENGTH);
        return new PacketLine(
                index,
                packet.position(),
                packet.length(),
                Arrays.copyOfRange(packet.bytes(), packet.offset(), end));
    }

    /** The titles of the columns. */
    static String titles(boolean ccsds) {
        return ccsds
                ? "   INDEX          BYTE  VER  TYPE  SHF  APID  SEQFLG  SEQCNT    LEN"
                : "   INDEX          BYTE        LEN";
    }

    /** The columns; the length is that of the header's field, or in bytes. */
    String text(boolean ccsds) {
        return ccsds
                ? "%8d  %12d  %3d  %4d  %3d  %4d  %6d  %6d  %5d"
                        .formatted(
                                index,
                                position,
                                CcsdsHeader.version(header, 0),
                                CcsdsHeader.type(header, 0),
                                CcsdsHeader.secondaryHeaderFlag(header, 0),
                                CcsdsHeader.apid(header, 0),
                                CcsdsHeader.sequenceFlags(header, 0),
                                CcsdsHeader.sequenceCount(header, 0),
                                CcsdsHeader.dataLength(header, 0))
                : "%8d  %12d  %9d".formatted(index, position, length);
    }
}
