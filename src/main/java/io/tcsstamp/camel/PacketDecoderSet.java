package io.tcsstamp.camel;

import io.tcsstamp.decode.Cause;
import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketValues;
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
        private int last;

        private Session(List<PacketDecoder> decoders) {
            this.decoders = decoders.toArray(PacketDecoder[]::new);
            this.values = decoders.stream().map(PacketDecoder::newValues).toArray(PacketValues[]::new);
        }

        /**
         * Decodes a packet.
         *
         * @return the values by the first definition that knows it; {@link PacketValues#failed}
         *     tells whether all was decoded
         */
        PacketValues decode(byte[] bytes, int offset, int length) {
            for (last = 0; last < decoders.length; last++) {
                PacketValues into = values[last];
                if (decoders[last].decode(bytes, offset, length, into) || !isUnknown(into)) {
                    return into;
                }
            }
            last = 0;
            decoders[0].decode(bytes, offset, length, values[0]);
            return values[0];
        }

        /** Which decoder the last values are of. */
        int last() {
            return last;
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
