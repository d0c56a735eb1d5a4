package io.tcsstamp.packet;

/** The framing of the command line. */
final class FramingText {
    private FramingText() {}

    static PacketFraming parse(String text) {
        String[] parts = text.strip().split(":", -1);
        try {
            switch (parts[0]) {
                case "ccsds":
                    arguments(parts, 0, 0);
                    return PacketFraming.ccsds();
                case "udp":
                    arguments(parts, 0, 0);
                    return PacketFraming.udp();
                case "hex":
                    arguments(parts, 0, 0);
                    return PacketFraming.hex();
                case "fixed":
                    arguments(parts, 1, 1);
                    return PacketFraming.fixed(number(parts[1]));
                case "length":
                    arguments(parts, 2, 3);
                    return PacketFraming.lengthField(
                            number(parts[1]),
                            number(parts[2]),
                            parts.length > 3 ? number(parts[3]) : 0);
                default:
                    throw new IllegalArgumentException("there is no framing '" + parts[0] + "'");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "framing '"
                            + text
                            + "': "
                            + e.getMessage()
                            + "; say ccsds, fixed:BYTES, length:BITOFFSET:BITS[:ADD], udp or hex",
                    e);
        }
    }

    private static void arguments(String[] parts, int min, int max) {
        int count = parts.length - 1;
        if (count < min || count > max) {
            String wanted = min == max ? "" + min : min + " or " + max;
            throw new IllegalArgumentException(
                    parts[0] + " takes " + wanted + " numbers, not " + count);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no whole number", e);
        }
    }
}
