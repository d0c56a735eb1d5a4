package io.tcsstamp.output;

import io.tcsstamp.decode.Cause;
import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.definition.Alarms;
import java.util.Locale;

/** What formats say of failed packets and of limits. Stateless. */
final class Reports {
    private Reports() {}

    /** True where it is not known which container the packet is one of. */
    static boolean isUnidentified(DecodeReport report) {
        return report.cause() == Cause.UNKNOWN || report.cause() == Cause.AMBIGUOUS;
    }

    /** A level in lower case. */
    static String text(Alarms.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
