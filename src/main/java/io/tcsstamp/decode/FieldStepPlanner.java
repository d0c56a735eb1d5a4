package io.tcsstamp.decode;

import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** Makes the steps that read one value, or pass over it. */
final class FieldStepPlanner {
    private final QuantityPlanner quantities;
    private final DerivationPlanner derivations;
    private final PlanProblems problems;

    FieldStepPlanner(
            QuantityPlanner quantities, DerivationPlanner derivations, PlanProblems problems) {
        this.quantities = quantities;
        this.derivations = derivations;
        this.problems = problems;
    }

    /**
     * The step that reads a field.
     *
     * @param path of the field within its parameter
     */
    FieldStep read(Field field, String path) {
        ParameterType.Scalar type = field.type();
        ParameterRef self = new ParameterRef(field.parameter().qualifiedName(), path, false);
        DataEncoding encoding = type.encoding();
        if (encoding instanceof DataEncoding.OfString text && !isCharset(text, type)) {
            return new BinaryStep(field, new Quantity.Fixed(0), null);
        }
        Derivation derivation = derivations.plan(type, self);
        if (encoding instanceof DataEncoding.OfInteger integer) {
            return integer.sizeInBits() <= 64
                    ? new IntegerStep(field, integer, derivation)
                    : new WideIntegerStep(field, integer, derivation);
        }
        if (encoding instanceof DataEncoding.OfFloat number) {
            return new FloatStep(field, number, derivation);
        }
        Quantity size = quantities.plan(Encodings.size(encoding), type.qualifiedName());
        if (encoding instanceof DataEncoding.OfString text) {
            return new StringStep(
                    field,
                    size,
                    TextRule.of(text.extent()),
                    new TextCharset(text.charset(), text.byteOrder()),
                    derivation);
        }
        return new BinaryStep(field, size, derivation);
    }

    /** The step that passes over a value of a type. */
    SkipStep skip(ParameterType.Scalar type, String name) {
        return new SkipStep(
                quantities.plan(Encodings.size(type.encoding()), type.qualifiedName()), name);
    }

    private boolean isCharset(DataEncoding.OfString text, ParameterType.Scalar type) {
        try {
            new TextCharset(text.charset(), text.byteOrder());
            TextRule.of(text.extent());
            return true;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.add(
                    type.qualifiedName(), "the charset " + text.charset() + " is not available");
        } catch (IllegalArgumentException e) {
            problems.add(
                    type.qualifiedName(), "its termination character is no hexadecimal number");
        }
        return false;
    }
}
