package io.tcsstamp.decode;

import java.util.Arrays;
import java.util.Optional;

/** Reports of packets that failed, or are too long. */
final class Reports {
    private Reports() {}

    /** The report of a packet, if there is something to report. */
    static Optional<DecodeReport> of(PacketValues values) {
        DecodeFailure failure = values.failure;
        if (failure != null) {
            return Optional.of(
                    report(
                            values,
                            failure.why(),
                            failure.field(),
                            failure.bitPosition(),
                            failure.getMessage()));
        }
        if (values.overlong()) {
            long end = values.bitsDecoded();
            return Optional.of(
                    report(
                            values,
                            Cause.OVERLONG,
                            "",
                            end,
                            "%d bits are left behind the last field"
                                    .formatted(values.bitLength - end)));
        }
        return Optional.empty();
    }

    private static DecodeReport report(
            PacketValues values, Cause cause, String field, long bitPosition, String message) {
        int length = (int) (values.bitLength >> 3);
        return new DecodeReport(
                cause,
                values.plan.definition().name(),
                values.container().name(),
                field,
                bitPosition,
                message,
                ValueObjects.all(values),
                Arrays.copyOfRange(values.bytes, values.offset, values.offset + length));
    }
}
