package io.tcsstamp.decode;

import io.tcsstamp.definition.Alarms;
import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.ValidRange;
import java.util.Optional;

/** What a type and its encoding make of the bits. */
final class Encodings {
    private Encodings() {}

    /** What the raw value is. */
    static RawKind rawKind(DataEncoding encoding) {
        if (encoding instanceof DataEncoding.OfInteger integer) {
            if (integer.sizeInBits() > 64) {
                return RawKind.WIDE;
            }
            return switch (integer.kind()) {
                case UNSIGNED, BCD, PACKED_BCD -> RawKind.UNSIGNED;
                case TWOS_COMPLEMENT, ONES_COMPLEMENT, SIGN_MAGNITUDE -> RawKind.SIGNED;
            };
        }
        if (encoding instanceof DataEncoding.OfFloat) {
            return RawKind.FLOAT;
        }
        return encoding instanceof DataEncoding.OfString ? RawKind.TEXT : RawKind.BYTES;
    }

    /** What the derived value is where no calibrator of a context applies. */
    static ValueKind valueKind(ParameterType.Scalar type) {
        if (type instanceof ParameterType.OfEnumeration) {
            return ValueKind.LABEL;
        }
        if (type instanceof ParameterType.OfBoolean) {
            return ValueKind.BOOLEAN;
        }
        if (calibration(type.encoding()).byDefault().isPresent()) {
            return ValueKind.FLOAT;
        }
        return switch (rawKind(type.encoding())) {
            case SIGNED -> ValueKind.SIGNED;
            case UNSIGNED -> ValueKind.UNSIGNED;
            case WIDE -> ValueKind.WIDE;
            case FLOAT -> ValueKind.FLOAT;
            case TEXT -> ValueKind.TEXT;
            case BYTES -> ValueKind.BYTES;
        };
    }

    /** True where it depends on the packet whether an integer gets calibrated to a float. */
    static boolean contextual(ParameterType.Scalar type) {
        ValueKind kind = valueKind(type);
        boolean integer =
                kind == ValueKind.SIGNED || kind == ValueKind.UNSIGNED || kind == ValueKind.WIDE;
        return integer && !calibration(type.encoding()).contexts().isEmpty();
    }

    static Calibration calibration(DataEncoding encoding) {
        if (encoding instanceof DataEncoding.OfInteger integer) {
            return integer.calibration();
        }
        return encoding instanceof DataEncoding.OfFloat number
                ? number.calibration()
                : Calibration.NONE;
    }

    static Alarms alarms(ParameterType.Scalar type) {
        if (type instanceof ParameterType.OfInteger integer) {
            return integer.alarms();
        }
        if (type instanceof ParameterType.OfFloat number) {
            return number.alarms();
        }
        return type instanceof ParameterType.OfEnumeration labels ? labels.alarms() : Alarms.NONE;
    }

    static Optional<ValidRange> validRange(ParameterType.Scalar type) {
        if (type instanceof ParameterType.OfInteger integer) {
            return integer.validRange();
        }
        return type instanceof ParameterType.OfFloat number
                ? number.validRange()
                : Optional.empty();
    }

    /** The bits that an encoding takes. */
    static IntegerValue size(DataEncoding encoding) {
        if (encoding instanceof DataEncoding.OfInteger integer) {
            return new IntegerValue.Fixed(integer.sizeInBits());
        }
        if (encoding instanceof DataEncoding.OfFloat number) {
            return new IntegerValue.Fixed(number.sizeInBits());
        }
        return encoding instanceof DataEncoding.OfString text
                ? text.sizeInBits()
                : ((DataEncoding.OfBinary) encoding).sizeInBits();
    }
}
