package io.tcsstamp.decode;

import java.util.HexFormat;

/**
 * One decoded value as an object of its own.
 *
 * <p>Immutable and thread-safe.
 *
 * @param field what it is a value of
 * @param raw Long, BigInteger (unsigned 64 bits and wider), Double, or byte[]
 * @param value Long, BigInteger, Double, Boolean, String, or byte[]
 */
public record DecodedValue(Field field, Object raw, Object value) {
    /** The name of the parameter, with the path of the element or member where it is one. */
    public String name() {
        return field.name();
    }

    /** As {@code NAME=value (raw)}, bytes in hexadecimal digits. */
    @Override
    public String toString() {
        return field.name() + "=" + shown(value) + " (" + shown(raw) + ")";
    }

    private static String shown(Object object) {
        return object instanceof byte[] bytes
                ? HexFormat.of().formatHex(bytes)
                : String.valueOf(object);
    }
}
