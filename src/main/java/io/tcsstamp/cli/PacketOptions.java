package io.tcsstamp.cli;

import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.packet.Resync;
import picocli.CommandLine.Option;

/** How the packets follow each other in the input: options of all commands that read packets. */
final class PacketOptions {
    @Option(
            names = "--framing",
            paramLabel = "FRAMING",
            defaultValue = "ccsds",
            description = {
                "How packets follow each other (default: ${DEFAULT-VALUE}):",
                "  ccsds         space packets",
                "  fixed:BYTES   packets of one length",
                "  length:BITOFFSET:BITS[:ADD]",
                "                packets with a length field,",
                "                whose value plus ADD is their bytes",
                "  udp           UDP datagrams with their headers",
                "  hex           a line of hexadecimal digits each"
            })
    private String framing;

    @Option(
            names = "--skip",
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Bytes before each packet that are not part of it.")
    private int skip;

    @Option(
            names = "--combine-segments",
            description = "Put the segments of segmented space packets together, per APID.")
    private boolean combine;

    @Option(
            names = "--secondary-header",
            paramLabel = "BYTES",
            defaultValue = "0",
            description =
                    "Length of the secondary header, which --combine-segments drops from all"
                            + " segments but the first.")
    private int secondaryHeader;

    @Option(names = "--skip-idle", description = "Leave out idle packets (APID 2047).")
    private boolean skipIdle;

    @Option(
            names = "--resync",
            description =
                    "Skip bytes in which no packet can begin, instead of believing every header.")
    private boolean resync;

    /** Whether the input is of space packets by its framing. */
    boolean isCcsds() {
        return framing().isCcsds();
    }

    /**
     * What reads them.
     *
     * @throws UsageException if the options do not go together or are out of range
     */
    Packets packets() {
        PacketFraming chosen = framing();
        if (secondaryHeader != 0 && !combine) {
            throw new UsageException(
                    "--secondary-header is for combining segments: say --combine-segments too");
        }
        if (combine && !chosen.isCcsds()) {
            throw new UsageException(
                    "--combine-segments is for --framing ccsds, not for " + framing);
        }
        try {
            Packets packets = Packets.of(chosen);
            packets = skipIdle ? packets.skipIdle() : packets;
            return combine ? packets.combineSegments(secondaryHeader) : packets;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--secondary-header: " + e.getMessage());
        }
    }

    /** What looks for packets in what is left at the end of the input. */
    LeftoverSearch leftoverSearch() {
        return resync
                ? LeftoverSearch.NONE
                : new LeftoverSearch(framing().resync(Resync.on()), isCcsds());
    }

    private PacketFraming framing() {
        PacketFraming chosen;
        try {
            chosen = PacketFraming.parse(framing);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--framing: " + e.getMessage());
        }
        try {
            chosen = chosen.skip(skip);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--skip: " + e.getMessage());
        }
        return resync ? chosen.resync(Resync.on()) : chosen;
    }
}
