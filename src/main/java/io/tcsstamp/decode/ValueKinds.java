package io.tcsstamp.decode;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.ParameterType;
import java.util.Optional;

/** What the values of a type are, whatever the packet: for those who make tables of them. */
public final class ValueKinds {
    private ValueKinds() {}

    /** What raw values are. */
    public static RawKind raw(DataEncoding encoding) {
        return Encodings.rawKind(encoding);
    }

    /**
     * What derived values are; absent where it depends on the packet whether a calibrator applies,
     * which makes a float of an integer.
     */
    public static Optional<ValueKind> derived(ParameterType.Scalar type) {
        return Encodings.contextual(type)
                ? Optional.empty()
                : Optional.of(Encodings.valueKind(type));
    }

    /** True where a calibrator applies, in some packets at least. */
    public static boolean isCalibrated(ParameterType.Scalar type) {
        Calibration calibration = Encodings.calibration(type.encoding());
        return calibration.byDefault().isPresent() || !calibration.contexts().isEmpty();
    }
}
