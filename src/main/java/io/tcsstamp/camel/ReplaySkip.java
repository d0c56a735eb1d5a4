package io.tcsstamp.camel;

import java.util.List;
import java.util.Set;

/** Why something in quarantine is not replayed. */
enum ReplaySkip {
    /** The line cannot be read. */
    DAMAGED("damaged lines", false),
    /** The line has no end where one could be. */
    LONG_LINE("lines of more than " + QuarantineLines.LONGEST + " bytes", false),
    /** Nothing came. */
    EMPTY("without bytes", false),
    /** It was cut off or joined at no border of a record or packet. */
    PIECE("pieces of something too long, cut off or garbage, without borders of packets", false),
    /** Its values are sent, or are no bytes of a source. */
    VALUES("values of packets or emissions, which were decoded before", false),
    /** No route has this source. */
    UNKNOWN("of sources that there are not", true),
    /** The route of the source does not run. */
    STOPPED("of sources that are stopped", true);

    private static final Set<String> DECODED =
            Set.of("over-long", "unprintable", "no-room", "emission");

    /** Why whole packets go into quarantine. */
    private static final Set<String> WHOLE_PACKET =
            Set.of(
                    "unknown",
                    "ambiguous",
                    "short",
                    "bad-size",
                    "bad-value",
                    "missing-reference",
                    "time",
                    "error",
                    "stopped",
                    BatchQuarantine.STEP);

    /** How the reasons began of what had no cause when this program was younger. */
    private static final List<String> OLD_PIECES =
            List.of(
                    "block longer than",
                    "the connection ended within",
                    "the bridge stopped within",
                    "no room in the housekeeping table");

    private final String text;
    private final boolean kept;

    ReplaySkip(String text, boolean kept) {
        this.text = text;
        this.kept = kept;
    }

    /** What is skipped, in words that follow a number. */
    String text() {
        return text;
    }

    /** True where another try may succeed, so that it stays in quarantine. */
    boolean isKept() {
        return kept;
    }

    /**
     * Looks at what a line holds.
     *
     * @param packets true where its source sends packets, false where it is a TCS EGSE
     * @return null where it can be replayed
     */
    static ReplaySkip of(QuarantineLine line, boolean packets) {
        String cause = line.cause();
        if (DECODED.contains(cause)) {
            return VALUES;
        }
        if (line.continued()
                || packets && !WHOLE_PACKET.contains(cause)
                || !packets && isPieceOfBlock(line)) {
            return PIECE;
        }
        return line.bytes().length == 0 ? EMPTY : null;
    }

    private static boolean isPieceOfBlock(QuarantineLine line) {
        return line.cause().isEmpty()
                ? OLD_PIECES.stream().anyMatch(line.reason()::startsWith)
                : !line.cause().equals(BatchQuarantine.STEP);
    }
}
