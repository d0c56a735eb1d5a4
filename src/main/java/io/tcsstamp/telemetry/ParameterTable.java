package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Finds the {@link Parameter} of a name given as ISO-8859-1 bytes, without making a string of it.
 *
 * <p>Holds a limited number of names, of 4 MiB in all, so that a source that invents names cannot
 * fill the memory: beyond the limit each look-up of a new name makes a new {@link
 * Parameter#UNLISTED} parameter. Not thread-safe.
 */
public final class ParameterTable {
    /** What the names may take: three copies of this much are kept. */
    private static final int MAX_BYTES = 4 << 20;

    private static final int MAX_PROBES = 64;

    private final String prefix;
    private final int limit;
    private Parameter[] parameters = new Parameter[256];
    private byte[][] keys = new byte[256][];
    private int[] hashes = new int[256];
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

    /** One step of the hash of a name, for those who pass over its bytes anyway; it starts at 0. */
    public static int hash(int hash, byte next) {
        return 31 * hash + next;
    }

    /** The hash of a whole name. */
    public static int hash(byte[] bytes, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = hash(hash, bytes[i]);
        }
        return hash;
    }

    /** The parameter whose name stands at {@code offset} in {@code bytes}. */
    public Parameter find(byte[] bytes, int offset, int length) {
        return find(bytes, offset, length, hash(bytes, offset, length));
    }

    /** The same where the {@linkplain #hash(byte[], int, int) hash} of the name is known. */
    public Parameter find(byte[] bytes, int offset, int length, int hash) {
        int mask = keys.length - 1;
        int slot = slot(hash, mask);
        // names made to collide must not cost more than others
        for (int probe = 0; probe < MAX_PROBES; probe++, slot = (slot + 1) & mask) {
            byte[] key = keys[slot];
            if (key == null) {
                return add(bytes, offset, length, hash, slot);
            }
            if (hashes[slot] == hash
                    && Arrays.equals(key, 0, key.length, bytes, offset, offset + length)) {
                return parameters[slot];
            }
        }
        return new Parameter(name(bytes, offset, length), Parameter.UNLISTED);
    }

    private static int slot(int hash, int mask) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & mask;
    }

    private Parameter add(byte[] bytes, int offset, int length, int hash, int slot) {
        String name = name(bytes, offset, length);
        if (size == limit || keyBytes + length > MAX_BYTES) {
            return new Parameter(name, Parameter.UNLISTED);
        }
        Parameter parameter = new Parameter(name, size++);
        keyBytes += length;
        put(parameter, Arrays.copyOfRange(bytes, offset, offset + length), hash, slot);
        if (size * 2 > keys.length) {
            grow();
        }
        return parameter;
    }

    private String name(byte[] bytes, int offset, int length) {
        return prefix + new String(bytes, offset, length, ISO_8859_1);
    }

    private void put(Parameter parameter, byte[] key, int hash, int slot) {
        keys[slot] = key;
        hashes[slot] = hash;
        parameters[slot] = parameter;
    }

    private void grow() {
        byte[][] oldKeys = keys;
        int[] oldHashes = hashes;
        Parameter[] oldParameters = parameters;
        keys = new byte[oldKeys.length * 2][];
        hashes = new int[keys.length];
        parameters = new Parameter[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int slot = slot(oldHashes[i], mask);
                while (keys[slot] != null) {
                    slot = (slot + 1) & mask;
                }
                put(oldParameters[i], oldKeys[i], oldHashes[i], slot);
            }
        }
    }
}
