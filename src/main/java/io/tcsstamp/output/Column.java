package io.tcsstamp.output;

import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;

/**
 * A column of a container's table: a parameter, or the same member in all its elements.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name of the parameter, with the path of the member where it is one
 * @param parameter which it holds values of
 * @param type of the values
 * @param list true where a packet may have several: elements of an array, and what is repeated
 */
record Column(String name, Parameter parameter, ParameterType.Scalar type, boolean list) {
    /** The column of a field: its name without the indices of elements. */
    static String nameOf(String field) {
        if (field.indexOf('[') < 0) {
            return field;
        }
        StringBuilder name = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            inside |= c == '[';
            if (!inside) {
                name.append(c);
            }
            inside &= c != ']';
        }
        return name.toString();
    }
}
