package io.tcsstamp.decode;

import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;

/**
 * A value of a random definition that others may refer to.
 *
 * @param ref the qualified name of the parameter
 * @param path of the value within it
 * @param type of the value
 */
record Referable(String ref, String path, ParameterType.Scalar type) {
    ParameterRef as(boolean calibrated) {
        return new ParameterRef(ref, path, calibrated);
    }
}
