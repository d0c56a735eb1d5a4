package io.tcsstamp.decode;

/**
 * Loops over adjacent numbers of one kind that are not calibrated, for generated code: many of them
 * are faster in a loop than in straight code, which is larger than a processor's cache for code.
 */
final class PacketRuns {
    private PacketRuns() {}

    static void unsigned8(byte[] bytes, int at, long[] raw, double[] value, int slot, int count) {
        for (int i = 0; i < count; i++) {
            int number = bytes[at + i] & 0xFF;
            raw[slot + i] = number;
            value[slot + i] = number;
        }
    }

    static void signed8(byte[] bytes, int at, long[] raw, double[] value, int slot, int count) {
        for (int i = 0; i < count; i++) {
            int number = bytes[at + i];
            raw[slot + i] = number;
            value[slot + i] = number;
        }
    }

    static void unsigned16(byte[] bytes, int at, long[] raw, double[] value, int slot, int count) {
        for (int i = 0; i < count; i++) {
            int number = (int) PacketBytes.load2(bytes, at + 2 * i);
            raw[slot + i] = number;
            value[slot + i] = number;
        }
    }

    static void signed16(byte[] bytes, int at, long[] raw, double[] value, int slot, int count) {
        for (int i = 0; i < count; i++) {
            int number = (short) PacketBytes.load2(bytes, at + 2 * i);
            raw[slot + i] = number;
            value[slot + i] = number;
        }
    }

    static void unsigned32(byte[] bytes, int at, long[] raw, double[] value, int slot, int count) {
        for (int i = 0; i < count; i++) {
            long number = PacketBytes.load4(bytes, at + 4 * i);
            raw[slot + i] = number;
            value[slot + i] = number;
        }
    }

    static void signed32(byte[] bytes, int at, long[] raw, double[] value, int slot, int count) {
        for (int i = 0; i < count; i++) {
            int number = (int) PacketBytes.load4(bytes, at + 4 * i);
            raw[slot + i] = number;
            value[slot + i] = number;
        }
    }

    static void float32(byte[] bytes, int at, long[] raw, double[] value, int slot, int count) {
        for (int i = 0; i < count; i++) {
            double number = Float.intBitsToFloat((int) PacketBytes.load4(bytes, at + 4 * i));
            raw[slot + i] = Double.doubleToRawLongBits(number);
            value[slot + i] = number;
        }
    }

    static void float64(byte[] bytes, int at, long[] raw, double[] value, int slot, int count) {
        for (int i = 0; i < count; i++) {
            long bits = PacketBytes.load8(bytes, at + 8 * i);
            raw[slot + i] = bits;
            value[slot + i] = Double.longBitsToDouble(bits);
        }
    }
}
