package io.tcsstamp.camel;

import io.tcsstamp.decode.Cause;
import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.packet.PacketBatch;
import java.util.List;

/**
 * The decoders of one or more definitions: a packet is decoded by the first that knows it.
 * Immutable and thread-safe.
 *
 * @param decoders at least one
 */
record PacketDecoderSet(List<PacketDecoder> decoders) {
    PacketDecoderSet {
        decoders = List.copyOf(decoders);
    }

    /** Decodes by one thread. */
    Session session() {
        return new Session(decoders);
    }

    /** Room for the values of a packet for each decoder. Not thread-safe. */
    static final class Session {
        private final PacketDecoder[] decoders;
        private final PacketValues[] values;

        private Session(List<PacketDecoder> decoders) {
            this.decoders = decoders.toArray(PacketDecoder[]::new);
            this.values =
                    decoders.stream().map(PacketDecoder::newValues).toArray(PacketValues[]::new);
        }

        /**
         * Decodes a packet.
         *
         * @return the values by the first definition that knows it; {@link PacketValues#failed}
         *     tells whether all was decoded
         */
        PacketValues decode(PacketBatch packets, int index) {
            byte[] bytes = packets.bytes();
            int offset = packets.offset(index);
            int length = packets.length(index);
            for (int i = 0; i < decoders.length; i++) {
                PacketValues into = values[i];
                if (decoders[i].decode(bytes, offset, length, into) || !isUnknown(into)) {
                    return into;
                }
            }
            // what the first says of it
            return values[0];
        }

        private boolean isUnknown(PacketValues failed) {
            return decoders.length > 1
                    && failed.report()
                            .map(DecodeReport::cause)
                            .filter(cause -> cause == Cause.UNKNOWN)
                            .isPresent();
        }
    }
}
