package io.tcsstamp.decode;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayList;
import java.util.List;

/** The steps of a parameter: aggregates, and small arrays of fixed size, are unfolded. */
final class ParameterPlanner {
    private static final long MOST_UNFOLDED = 1024;
    private static final int MOST_DEPTH = 100;

    private final Definition definition;
    private final FieldFactory fields;
    private final FieldStepPlanner steps;
    private final QuantityPlanner quantities;
    private final PlanBudget budget;

    ParameterPlanner(
            Definition definition,
            FieldFactory fields,
            FieldStepPlanner steps,
            QuantityPlanner quantities,
            PlanBudget budget) {
        this.definition = definition;
        this.fields = fields;
        this.steps = steps;
        this.quantities = quantities;
        this.budget = budget;
    }

    /** The steps of a parameter. */
    List<Step> plan(Parameter parameter) {
        List<Step> planned = new ArrayList<>();
        unfold(parameter, "", definition.type(parameter), planned, 0);
        return planned;
    }

    /** The steps of an array with dimensions of its own. */
    List<Step> plan(Parameter parameter, List<Dimension> dimensions) {
        ParameterType.OfArray type = (ParameterType.OfArray) definition.type(parameter);
        List<Step> planned = new ArrayList<>();
        unfold(
                parameter,
                "",
                new ParameterType.OfArray(type.common(), type.elementTypeRef(), dimensions),
                planned,
                0);
        return planned;
    }

    private void unfold(
            Parameter parameter, String path, ParameterType type, List<Step> planned, int depth) {
        budget.spend(1, depth > MOST_DEPTH);
        if (type instanceof ParameterType.OfAggregate aggregate) {
            for (ParameterType.Member member : aggregate.members()) {
                unfold(
                        parameter,
                        path + "." + member.name(),
                        definition.types().get(member.typeRef()),
                        planned,
                        depth + 1);
            }
        } else if (type instanceof ParameterType.OfArray array) {
            if (isSmall(array)) {
                unfoldElements(parameter, path, array, 0, planned, depth);
            } else {
                Part part = array(parameter, ParameterPaths.generic(path), array, depth);
                planned.add(new ArrayStep(part, new PartNames(parameter, path, fields)));
            }
        } else {
            planned.add(scalar(parameter, path, (ParameterType.Scalar) type));
        }
    }

    private static boolean isSmall(ParameterType.OfArray array) {
        long count = 1;
        for (Dimension dimension : array.dimensions()) {
            if (!(dimension.start() instanceof IntegerValue.Fixed start)
                    || !(dimension.end() instanceof IntegerValue.Fixed end)
                    || Math.abs(start.value()) > Integer.MAX_VALUE
                    || Math.abs(end.value()) > Integer.MAX_VALUE
                    || end.value() < start.value()) {
                return false;
            }
            count *= end.value() - start.value() + 1;
            if (count > MOST_UNFOLDED) {
                return false;
            }
        }
        return true;
    }

    private void unfoldElements(
            Parameter parameter,
            String path,
            ParameterType.OfArray array,
            int dimension,
            List<Step> planned,
            int depth) {
        if (dimension == array.dimensions().size()) {
            ParameterType element = definition.types().get(array.elementTypeRef());
            unfold(parameter, path, element, planned, depth + 1);
            return;
        }
        Dimension bounds = array.dimensions().get(dimension);
        long end = ((IntegerValue.Fixed) bounds.end()).value();
        for (long i = ((IntegerValue.Fixed) bounds.start()).value(); i <= end; i++) {
            String element = path + "[" + i + "]";
            unfoldElements(parameter, element, array, dimension + 1, planned, depth);
        }
    }

    private Step scalar(Parameter parameter, String path, ParameterType.Scalar type) {
        boolean wanted =
                fields.isSelected(parameter) || fields.references().number(parameter, path) >= 0;
        return wanted
                ? steps.read(fields.field(parameter, path, type), path)
                : steps.skip(type, parameter.name() + path);
    }

    /** A part of an array; the path has {@code []} for every index. */
    private Part part(Parameter parameter, String path, ParameterType type, int depth) {
        budget.spend(1, depth > MOST_DEPTH);
        if (type instanceof ParameterType.OfAggregate aggregate) {
            List<Part> parts = new ArrayList<>();
            for (ParameterType.Member member : aggregate.members()) {
                ParameterType memberType = definition.types().get(member.typeRef());
                String memberPath = path + "." + member.name();
                parts.add(part(parameter, memberPath, memberType, depth + 1));
            }
            return new AggregatePart(
                    aggregate.members().stream().map(ParameterType.Member::name).toList(), parts);
        }
        if (type instanceof ParameterType.OfArray array) {
            return array(parameter, path, array, depth);
        }
        ParameterType.Scalar scalar = (ParameterType.Scalar) type;
        boolean wanted =
                fields.isSelected(parameter) || fields.references().anyIndex(parameter, path);
        return wanted
                ? new Part.Scalar(steps.read(fields.create(parameter, path, scalar, false), path))
                : new Part.Skipped(steps.skip(scalar, parameter.name() + path));
    }

    private Part array(Parameter parameter, String path, ParameterType.OfArray array, int depth) {
        List<Quantity> starts = new ArrayList<>();
        List<Quantity> ends = new ArrayList<>();
        for (Dimension dimension : array.dimensions()) {
            starts.add(quantities.plan(dimension.start(), array.qualifiedName()));
            ends.add(quantities.plan(dimension.end(), array.qualifiedName()));
        }
        String element = path + "[]".repeat(array.dimensions().size());
        ParameterType type = definition.types().get(array.elementTypeRef());
        long before = budget.spent();
        Part part = part(parameter, element, type, depth + 1);
        return new ArrayPart(starts, ends, part, budget.spent() - before);
    }
}
