package io.tcsstamp.cli;

import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.Packets;
import java.io.IOException;

/**
 * Tells an input that was cut off within its last packet from one in which garbage stands: there
 * packets follow that could be found. Immutable and thread-safe.
 */
final class LeftoverSearch {
    /** Finds nothing. */
    static final LeftoverSearch NONE = new LeftoverSearch(null, false);

    private final PacketFraming framing;

    /**
     * Creates one.
     *
     * @param framing that looks for packets behind garbage
     * @param ccsds false where packets have nothing that they could be found by
     */
    LeftoverSearch(PacketFraming framing, boolean ccsds) {
        this.framing = ccsds ? framing : null;
    }

    /** What to tell of packets that are found at the position of a leftover. */
    static String hint(long position, long found) {
        return "there is garbage at byte %d, or a wrong length: --resync passes over it and finds %s behind it"
                .formatted(position, Numbers.of(found, "packet"));
    }

    /** How many packets are found behind the start of such bytes. */
    long packets(byte[] leftover) {
        if (framing == null) {
            return 0;
        }
        long found = 0;
        try (PacketSource source = Packets.of(framing).open(leftover)) {
            while (source.next()) {
                found++;
            }
        } catch (IOException e) { // what is behind cannot be read either
            return found;
        }
        return found;
    }
}
