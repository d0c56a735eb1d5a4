package io.tcsstamp.decode;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import java.util.Optional;

/** References of a definition to values of a packet. */
final class OperandPlanner {
    private final Definition definition;
    private final FieldFactory fields;
    private final PlanProblems problems;

    OperandPlanner(Definition definition, FieldFactory fields, PlanProblems problems) {
        this.definition = definition;
        this.fields = fields;
        this.problems = problems;
    }

    /** The operand, or nothing when a problem was noted. */
    Optional<Operand> plan(ParameterRef ref, String where) {
        Parameter parameter = definition.parameters().get(ref.ref());
        ParameterType type =
                parameter == null
                        ? null
                        : ParameterPaths.type(definition, definition.type(parameter), ref.path());
        if (!(type instanceof ParameterType.Scalar scalar)) {
            problems.add(
                    where,
                    "the reference to %s%s is to no single value: name an element or a member"
                            .formatted(ref.ref(), ref.path()));
            return Optional.empty();
        }
        Field field = fields.field(parameter, ref.path(), scalar);
        return Optional.of(new Operand(field.reference(), field.name(), field, ref.calibrated()));
    }

    /** A number of the packet, or nothing when a problem was noted. */
    Optional<Operand> number(ParameterRef ref, String use, String where) {
        Optional<Operand> operand = plan(ref, where);
        if (operand.isPresent() && !operand.get().isNumber()) {
            problems.add(
                    where,
                    "%s cannot be %s: it is %s%s"
                            .formatted(
                                    operand.get().name(),
                                    use,
                                    operand.get().words(),
                                    operand.get().hint()));
            return Optional.empty();
        }
        return operand;
    }
}
