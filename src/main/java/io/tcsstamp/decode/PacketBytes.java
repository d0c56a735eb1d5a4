package io.tcsstamp.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian loads, for generated code. */
final class PacketBytes {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private PacketBytes() {}

    /** Eight bytes. */
    static long load8(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Four bytes, unsigned. */
    static long load4(byte[] bytes, int at) {
        return (int) INT.get(bytes, at) & 0xFFFF_FFFFL;
    }

    /** Two bytes, unsigned. */
    static long load2(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xFFFFL;
    }

    /** One byte, unsigned. */
    static long load1(byte[] bytes, int at) {
        return bytes[at] & 0xFFL;
    }

    /** One to seven bytes, unsigned: for packets of fewer than eight. */
    static long loadFew(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
