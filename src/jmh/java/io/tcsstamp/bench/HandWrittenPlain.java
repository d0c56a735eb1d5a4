package io.tcsstamp.bench;

import io.tcsstamp.workload.JpssLike;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The packets of {@link JpssLike#definition}: a load, a shift and two stores for each value. */
final class HandWrittenPlain implements HandWritten {
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    @Override
    public boolean decode(byte[] bytes, int offset, int length, long[] raw, double[] number) {
        if (length != JpssLike.PACKET_LENGTH) {
            return false;
        }
        int first = u16(bytes, offset);
        if (first >> 12 != 0 || (first & 0x7FF) != JpssLike.APID) {
            return false;
        }
        integer(raw, number, 0, first >> 13);
        integer(raw, number, 1, first >> 12 & 1);
        integer(raw, number, 2, first >> 11 & 1);
        integer(raw, number, 3, first & 0x7FF);
        int second = u16(bytes, offset + 2);
        integer(raw, number, 4, second >> 14);
        integer(raw, number, 5, second & 0x3FFF);
        integer(raw, number, 6, u16(bytes, offset + 4));
        time(bytes, offset + 6, raw, number, 7);
        integer(raw, number, 10, bytes[offset + 14] & 0xFF);
        time(bytes, offset + 15, raw, number, 11);
        for (int i = 0; i < 6; i++) {
            floating(bytes, offset + 23 + 4 * i, raw, number, 14 + i);
        }
        time(bytes, offset + 47, raw, number, 20);
        for (int i = 0; i < 4; i++) {
            floating(bytes, offset + 55 + 4 * i, raw, number, 23 + i);
        }
        return true;
    }

    private static void time(byte[] bytes, int offset, long[] raw, double[] number, int slot) {
        integer(raw, number, slot, u16(bytes, offset));
        integer(raw, number, slot + 1, u32(bytes, offset + 2));
        integer(raw, number, slot + 2, u16(bytes, offset + 6));
    }

    private static void integer(long[] raw, double[] number, int slot, long value) {
        raw[slot] = value;
        number[slot] = value;
    }

    private static void floating(byte[] bytes, int offset, long[] raw, double[] number, int slot) {
        double value = Float.intBitsToFloat((int) INT.get(bytes, offset));
        raw[slot] = Double.doubleToRawLongBits(value);
        number[slot] = value;
    }

    static int u16(byte[] bytes, int offset) {
        return (short) SHORT.get(bytes, offset) & 0xFFFF;
    }

    static long u32(byte[] bytes, int offset) {
        return (int) INT.get(bytes, offset) & 0xFFFF_FFFFL;
    }
}
