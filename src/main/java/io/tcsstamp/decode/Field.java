package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.Optional;

/**
 * A parameter at a place in a container, or one element or member of it: what a decoded value is a
 * value of.
 *
 * <p>Immutable and thread-safe; compared by identity.
 */
public final class Field {
    /** The {@link #reference()} of a field that nothing refers to. */
    static final int UNREFERENCED = -1;

    private final String name;
    private final Parameter parameter;
    private final ParameterType.Scalar type;
    private final RawKind rawKind;
    private final ValueKind valueKind;
    private final boolean contextual;
    private final boolean selected;
    private final int reference;

    Field(
            String name,
            Parameter parameter,
            ParameterType.Scalar type,
            RawKind rawKind,
            ValueKind valueKind,
            boolean contextual,
            boolean selected,
            int reference) {
        this.name = name;
        this.parameter = parameter;
        this.type = type;
        this.rawKind = rawKind;
        this.valueKind = valueKind;
        this.contextual = contextual;
        this.selected = selected;
        this.reference = reference;
    }

    /** The parameter's name; {@code NAME[2]} and {@code NAME.member} for a part of it. */
    public String name() {
        return name;
    }

    /** The parameter. */
    public Parameter parameter() {
        return parameter;
    }

    /** The type of the value. */
    public ParameterType.Scalar type() {
        return type;
    }

    /** How the raw value stands in the packet. */
    public DataEncoding encoding() {
        return type.encoding();
    }

    /** What the raw value is. */
    public RawKind rawKind() {
        return rawKind;
    }

    /**
     * What the derived value is; absent where it depends on the packet whether a calibrator
     * applies: then {@link PacketValues#valueKind} knows.
     */
    public Optional<ValueKind> valueKind() {
        return contextual ? Optional.empty() : Optional.of(valueKind);
    }

    /** The kind of the derived value where no calibrator applies. */
    ValueKind plainKind() {
        return valueKind;
    }

    /** True where it depends on the packet whether a calibrator applies. */
    boolean contextual() {
        return contextual;
    }

    /** False for one that was not asked for, and is decoded only because others refer to it. */
    public boolean selected() {
        return selected;
    }

    /** Its number among the fields that are referred to, or {@link #UNREFERENCED}. */
    int reference() {
        return reference;
    }

    @Override
    public String toString() {
        return name;
    }
}
