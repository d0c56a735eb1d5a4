package io.tcsstamp.telemetry;

import java.nio.charset.StandardCharsets;

/**
 * The name of a measured quantity, made once and shared by all its samples.
 *
 * <p>Immutable and thread-safe; two parameters are equal when their names are.
 */
public final class Parameter {
    /** The {@link #ordinal()} of a parameter that is in no table. */
    public static final int UNLISTED = -1;

    private final String name;
    private final byte[] utf8;
    private final int ordinal;
    private final String unit;

    /**
     * Creates a parameter whose unit is not known.
     *
     * @param name not empty, free of control characters
     * @param ordinal its place in the table it belongs to, from 0 without gaps, or {@link
     *     #UNLISTED}
     */
    public Parameter(String name, int ordinal) {
        this(name, ordinal, "");
    }

    /**
     * Creates a parameter.
     *
     * @param unit of all its values, empty where it is not known
     * @see #Parameter(String, int)
     */
    public Parameter(String name, int ordinal, String unit) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a parameter's name must not be empty");
        }
        this.name = name;
        this.utf8 = name.getBytes(StandardCharsets.UTF_8);
        this.ordinal = ordinal;
        this.unit = unit;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The place in its table, or {@link #UNLISTED}. */
    public int ordinal() {
        return ordinal;
    }

    /** The unit of its values, empty where it is not known. */
    public String unit() {
        return unit;
    }

    /** The length of the name in UTF-8, in bytes. */
    public int utf8Length() {
        return utf8.length;
    }

    /**
     * Writes the name in UTF-8.
     *
     * @return the position behind the last byte written
     */
    public int writeUtf8(byte[] to, int position) {
        System.arraycopy(utf8, 0, to, position, utf8.length);
        return position + utf8.length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Parameter p && name.equals(p.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
