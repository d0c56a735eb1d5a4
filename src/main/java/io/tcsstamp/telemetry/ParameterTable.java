package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Finds the {@link Parameter} of a name given as ISO-8859-1 bytes, without making a string of it.
 *
 * <p>Holds a limited number of names, of 4 MiB in all, so that a source that invents names cannot
 * fill the memory: beyond the limit each look-up of a new name makes a new {@link
 * Parameter#UNLISTED} parameter. Not thread-safe.
 */
public final class ParameterTable {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** What the names may take: three copies of this much are kept. */
    private static final int MAX_BYTES = 4 << 20;

    private final String prefix;
    private final int limit;
    private Parameter[] parameters = new Parameter[256];
    private byte[][] keys = new byte[256][];
    private int size;
    private int keyBytes;

    /**
     * Creates an empty table.
     *
     * @param prefix put before every name, may be empty
     * @param limit how many names it keeps, at least 1
     */
    public ParameterTable(String prefix, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of names must be at least 1: " + limit);
        }
        this.prefix = prefix;
        this.limit = limit;
    }

    /** How many names it holds. */
    public int size() {
        return size;
    }

    /** The parameter whose name stands at {@code offset} in {@code bytes}. */
    public Parameter find(byte[] bytes, int offset, int length) {
        int mask = keys.length - 1;
        int slot = hash(bytes, offset, length) & mask;
        for (byte[] key; (key = keys[slot]) != null; slot = (slot + 1) & mask) {
            if (Arrays.equals(key, 0, key.length, bytes, offset, offset + length)) {
                return parameters[slot];
            }
        }
        return add(bytes, offset, length, slot);
    }

    private Parameter add(byte[] bytes, int offset, int length, int slot) {
        String name = prefix + new String(bytes, offset, length, ISO_8859_1);
        if (size == limit || keyBytes + length > MAX_BYTES) {
            return new Parameter(name, Parameter.UNLISTED);
        }
        Parameter parameter = new Parameter(name, size++);
        keys[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
        parameters[slot] = parameter;
        keyBytes += length;
        if (size * 2 > keys.length) {
            grow();
        }
        return parameter;
    }

    private void grow() {
        byte[][] oldKeys = keys;
        Parameter[] oldParameters = parameters;
        keys = new byte[oldKeys.length * 2][];
        parameters = new Parameter[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int slot = hash(oldKeys[i], 0, oldKeys[i].length) & mask;
                while (keys[slot] != null) {
                    slot = (slot + 1) & mask;
                }
                keys[slot] = oldKeys[i];
                parameters[slot] = oldParameters[i];
            }
        }
    }

    private static int hash(byte[] bytes, int offset, int length) {
        long hash = length;
        if (length >= Long.BYTES) {
            int last = offset + length - Long.BYTES;
            for (int i = offset; i < last; i += Long.BYTES) {
                hash = (hash ^ (long) LONGS.get(bytes, i)) * MIX;
            }
            // overlaps the word before it, which is cheaper than a loop over the rest
            hash = (hash ^ (long) LONGS.get(bytes, last)) * MIX;
        } else {
            for (int i = offset; i < offset + length; i++) {
                hash = (hash ^ bytes[i]) * MIX;
            }
        }
        return (int) (hash >>> 32);
    }
}
