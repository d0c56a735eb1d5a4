package io.tcsstamp.output;

import io.tcsstamp.decode.RawKind;
import io.tcsstamp.decode.ValueKind;
import io.tcsstamp.decode.ValueKinds;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.ParameterType;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;

/**
 * Which type of Arrow holds the values of a type of parameter: the smallest integer or float that
 * holds all of them; integers of more than 64 bits are text in decimal digits. Stateless.
 */
final class ArrowTypes {
    /** Absolute times: nanoseconds since 1970-01-01T00:00:00Z. */
    static final ArrowType TIME = new ArrowType.Timestamp(TimeUnit.NANOSECOND, "UTC");

    static final ArrowType TEXT = ArrowType.Utf8.INSTANCE;
    private static final ArrowType BYTES = ArrowType.Binary.INSTANCE;
    private static final ArrowType DOUBLE =
            new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    private static final ArrowType SINGLE =
            new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);

    private ArrowTypes() {}

    /** That of raw values. */
    static ArrowType ofRaw(ParameterType.Scalar type) {
        DataEncoding encoding = type.encoding();
        RawKind kind = ValueKinds.raw(encoding);
        return switch (kind) {
            case SIGNED -> integer(encoding, true);
            case UNSIGNED -> integer(encoding, false);
            case WIDE -> TEXT;
            case FLOAT -> isSingle(encoding) ? SINGLE : DOUBLE;
            case TEXT, BYTES -> BYTES;
        };
    }

    /** That of derived values, of labels the labels themselves. */
    static ArrowType ofDerived(ParameterType.Scalar type) {
        if (isInstant(type)) {
            return TIME;
        }
        ValueKind kind = ValueKinds.derived(type).orElse(ValueKind.FLOAT);
        return switch (kind) {
            case SIGNED, UNSIGNED, WIDE, BYTES -> ofRaw(type);
            case FLOAT -> ValueKinds.isCalibrated(type) ? DOUBLE : ofRaw(type);
            case BOOLEAN -> ArrowType.Bool.INSTANCE;
            case LABEL, TEXT -> TEXT;
        };
    }

    /** True where the derived value is a point in time. */
    private static boolean isInstant(ParameterType.Scalar type) {
        return type instanceof ParameterType.OfTime time
                && time.absolute()
                && (time.epoch().isPresent() || time.offsetFrom().isPresent());
    }

    /** Half and single floats: all their values are singles. */
    private static boolean isSingle(DataEncoding encoding) {
        return encoding instanceof DataEncoding.OfFloat number
                && number.kind() == DataEncoding.FloatKind.IEEE754
                && number.sizeInBits() <= 32;
    }

    private static ArrowType integer(DataEncoding encoding, boolean signed) {
        int bits = ((DataEncoding.OfInteger) encoding).sizeInBits();
        int width = 8;
        while (width < bits) {
            width *= 2;
        }
        return new ArrowType.Int(width, signed);
    }
}
