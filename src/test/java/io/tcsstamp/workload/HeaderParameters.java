package io.tcsstamp.workload;

import java.util.List;

/** The primary header of space packets (CCSDS 133.0-B, section 4.1.3) as parameters. */
final class HeaderParameters {
    /** The container that every packet starts with. */
    static final String ROOT = "CCSDSPacket";

    static final List<String> NAMES =
            List.of(
                    "VERSION",
                    "TYPE",
                    "SEC_HDR_FLAG",
                    "APID",
                    "SEQ_FLAGS",
                    "SEQ_COUNT",
                    "DATA_LENGTH");

    private HeaderParameters() {}

    /** Adds the types of 1, 2, 3, 8, 11, 14 and 16 bits. */
    static void declareTypes(XtceText xtce) {
        for (int bits : new int[] {1, 2, 3, 8, 11, 14, 16}) {
            xtce.integerType(Format.unsigned(bits));
        }
    }

    /**
     * Adds the parameters.
     *
     * @param flagType of the secondary header flag
     * @param segmentType of the sequence flags
     */
    static void declareParameters(XtceText xtce, String flagType, String segmentType) {
        List<String> types = List.of("u3", "u1", flagType, "u11", segmentType, "u14", "u16");
        for (int i = 0; i < types.size(); i++) {
            xtce.parameter(NAMES.get(i), types.get(i));
        }
    }
}
