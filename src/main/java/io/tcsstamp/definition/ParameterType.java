package io.tcsstamp.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What kind of value a parameter has, and how it stands in the packet. XTCE: ParameterTypeSet.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface ParameterType {
    /** What all types have. */
    Common common();

    /** {@code /SpaceSystem/.../NAME}. */
    default String qualifiedName() {
        return common().qualifiedName();
    }

    /**
     * What all types have.
     *
     * @param qualifiedName {@code /SpaceSystem/.../NAME}
     * @param units in order, as the file writes them; several are factors
     * @param description the short and the long description
     */
    record Common(String qualifiedName, List<Unit> units, Description description) {
        /** Creates what all types have. */
        public Common {
            Objects.requireNonNull(qualifiedName, "qualifiedName");
            units = List.copyOf(units);
            Objects.requireNonNull(description, "description");
        }
    }

    /**
     * A type of one value, with an encoding.
     *
     * @see OfArray
     * @see OfAggregate
     */
    sealed interface Scalar extends ParameterType {
        /** How the raw value stands in the packet. */
        DataEncoding encoding();
    }

    /**
     * An integer. XTCE: IntegerParameterType.
     *
     * @param common name, units, description
     * @param encoding how it stands in the packet
     * @param validRange of the derived value
     * @param alarms limits of the derived value
     */
    record OfInteger(
            Common common, DataEncoding encoding, Optional<ValidRange> validRange, Alarms alarms)
            implements Scalar {
        /** Creates a type. */
        public OfInteger {
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(encoding, "encoding");
            Objects.requireNonNull(validRange, "validRange");
            Objects.requireNonNull(alarms, "alarms");
        }
    }

    /**
     * A float. XTCE: FloatParameterType.
     *
     * @param common name, units, description
     * @param encoding how it stands in the packet
     * @param validRange of the derived value
     * @param alarms limits of the derived value
     */
    record OfFloat(
            Common common, DataEncoding encoding, Optional<ValidRange> validRange, Alarms alarms)
            implements Scalar {
        /** Creates a type. */
        public OfFloat {
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(encoding, "encoding");
            Objects.requireNonNull(validRange, "validRange");
            Objects.requireNonNull(alarms, "alarms");
        }
    }

    /**
     * One of a list of labels; a raw value without one is an error of the packet. XTCE:
     * EnumeratedParameterType.
     *
     * @param common name, units, description
     * @param encoding how it stands in the packet
     * @param labels in the order of the file; the last of those that hold a value counts
     * @param alarms by label
     */
    record OfEnumeration(Common common, DataEncoding encoding, List<Label> labels, Alarms alarms)
            implements Scalar {
        /** Creates a type. */
        public OfEnumeration {
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(encoding, "encoding");
            labels = List.copyOf(labels);
            Objects.requireNonNull(alarms, "alarms");
        }
    }

    /**
     * A label of raw values. XTCE: Enumeration.
     *
     * @param value the raw value: an integer in decimal digits, a float, or the text of a
     *     string-encoded raw value
     * @param maxValue the last raw value of a range of integers or floats
     * @param label the derived value
     */
    record Label(String value, Optional<String> maxValue, String label) {
        /** Creates a label. */
        public Label {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(maxValue, "maxValue");
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * True or false: true where the raw number is not 0; a raw text is true where it is {@code
     * one}, false where it is {@code zero}, else true where it is not empty. XTCE:
     * BooleanParameterType.
     *
     * @param common name, units, description
     * @param encoding how it stands in the packet
     * @param one how true is written; XTCE: oneStringValue
     * @param zero how false is written; XTCE: zeroStringValue
     */
    record OfBoolean(Common common, DataEncoding encoding, String one, String zero)
            implements Scalar {
        /** Creates a type. */
        public OfBoolean {
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(encoding, "encoding");
            Objects.requireNonNull(one, "one");
            Objects.requireNonNull(zero, "zero");
        }
    }

    /**
     * Text. XTCE: StringParameterType.
     *
     * @param common name, units, description
     * @param encoding how it stands in the packet
     */
    record OfString(Common common, DataEncoding encoding) implements Scalar {
        /** Creates a type. */
        public OfString {
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(encoding, "encoding");
        }
    }

    /**
     * Bytes. XTCE: BinaryParameterType.
     *
     * @param common name, units, description
     * @param encoding how it stands in the packet
     */
    record OfBinary(Common common, DataEncoding encoding) implements Scalar {
        /** Creates a type. */
        public OfBinary {
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(encoding, "encoding");
        }
    }

    /**
     * A time; the derived value is a number in the units. XTCE: AbsoluteTimeParameterType,
     * RelativeTimeParameterType; scale and offset of its Encoding are the encoding's default
     * calibration.
     *
     * @param common name, units, description
     * @param encoding how it stands in the packet
     * @param absolute true for an instant, false for a duration
     * @param unit of the derived value
     * @param epoch what an absolute time counts from
     * @param offsetFrom the time that this one is added to, in place of an epoch
     */
    record OfTime(
            Common common,
            DataEncoding encoding,
            boolean absolute,
            TimeUnit unit,
            Optional<Epoch> epoch,
            Optional<ParameterRef> offsetFrom)
            implements Scalar {
        /** Creates a type. */
        public OfTime {
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(encoding, "encoding");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(epoch, "epoch");
            Objects.requireNonNull(offsetFrom, "offsetFrom");
        }
    }

    /**
     * Elements of one type in one or more dimensions, the last of which runs fastest. XTCE:
     * ArrayParameterType.
     *
     * @param common name, units, description
     * @param elementTypeRef the qualified name of the elements' type
     * @param dimensions empty where every entry brings its own (XTCE 1.1), as {@link Entry.OfArray}
     */
    record OfArray(Common common, String elementTypeRef, List<Dimension> dimensions)
            implements ParameterType {
        /** Creates a type. */
        public OfArray {
            Objects.requireNonNull(common, "common");
            Objects.requireNonNull(elementTypeRef, "elementTypeRef");
            dimensions = List.copyOf(dimensions);
        }
    }

    /**
     * Named members, one after the other. XTCE: AggregateParameterType.
     *
     * @param common name, units, description
     * @param members in order, at least one
     */
    record OfAggregate(Common common, List<Member> members) implements ParameterType {
        /** Creates a type. */
        public OfAggregate {
            Objects.requireNonNull(common, "common");
            members = List.copyOf(members);
        }
    }

    /**
     * A member of an aggregate.
     *
     * @param name its name within the aggregate
     * @param typeRef the qualified name of its type
     */
    record Member(String name, String typeRef) {
        /** Creates a member. */
        public Member {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(typeRef, "typeRef");
        }
    }
}
