package io.tcsstamp.decode;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Criteria of a definition to criteria over slots. */
final class CriterionPlanner {
    /** Stands for a criterion of which a problem was noted. */
    private static final Criterion NONE = values -> false;

    private final OperandPlanner operands;
    private final LiteralPlanner literals;
    private final PlanProblems problems;
    private final PlanBudget budget;

    CriterionPlanner(
            Definition definition, FieldFactory fields, PlanProblems problems, PlanBudget budget) {
        this.operands = new OperandPlanner(definition, fields, problems);
        this.literals = new LiteralPlanner(problems);
        this.problems = problems;
        this.budget = budget;
    }

    /** What repeats while packets are decoded is paid for by its weight. */
    PlanBudget budget() {
        return budget;
    }

    OperandPlanner operands() {
        return operands;
    }

    /**
     * The criterion for criteria.
     *
     * @param where a qualified name or an entry, for problems
     */
    Criterion plan(MatchCriteria criteria, String where) {
        return plan(criteria, ref -> operands.plan(ref, where), where);
    }

    /**
     * The criterion for criteria of a calibrator.
     *
     * @param self what is calibrated: where it refers to itself, its own raw value is meant
     */
    Criterion plan(MatchCriteria criteria, ParameterRef self, String where) {
        Function<ParameterRef, Optional<Operand>> resolve =
                ref -> {
                    boolean own = ref.ref().equals(self.ref()) && ref.path().equals(self.path());
                    ParameterRef meant = own ? new ParameterRef(ref.ref(), ref.path(), false) : ref;
                    return operands.plan(meant, where);
                };
        return plan(criteria, resolve, where);
    }

    private Criterion plan(
            MatchCriteria criteria,
            Function<ParameterRef, Optional<Operand>> resolve,
            String where) {
        if (criteria instanceof MatchCriteria.Comparison comparison) {
            budget.spend(1 + comparison.literal().length() / 64, false);
            return resolve.apply(comparison.left())
                    .map(o -> literals.plan(o, comparison.operator(), comparison.literal(), where))
                    .orElse(NONE);
        }
        if (criteria instanceof MatchCriteria.Relation relation) {
            budget.spend(1, false);
            Optional<Operand> left = resolve.apply(relation.left());
            Optional<Operand> right = resolve.apply(relation.right());
            return left.isEmpty() || right.isEmpty()
                    ? NONE
                    : relation(left.get(), relation.operator(), right.get(), where);
        }
        boolean all = criteria instanceof MatchCriteria.And;
        List<MatchCriteria> parts =
                criteria instanceof MatchCriteria.And and
                        ? and.all()
                        : ((MatchCriteria.Or) criteria).any();
        List<Criterion> planned = new ArrayList<>();
        parts.forEach(part -> planned.add(plan(part, resolve, where)));
        if (planned.size() == 1) {
            return planned.get(0);
        }
        return all ? new AndCriterion(planned) : new OrCriterion(planned);
    }

    private Criterion relation(Operand left, Operator operator, Operand right, String where) {
        if (left.isNumber() && right.isNumber()) {
            return new NumberRelation(left, operator, right);
        }
        if (left.isText() && right.isText()) {
            return new TextRelation(left, operator, right);
        }
        if (left.isBytes() && right.isBytes()) {
            return new BytesRelation(left, operator, right);
        }
        problems.add(
                where,
                "%s and %s cannot be compared: one is %s, the other is %s"
                        .formatted(left.name(), right.name(), left.words(), right.words()));
        return NONE;
    }
}
