package io.tcsstamp.decode;

import io.tcsstamp.decode.ContainerPlan.Branch;
import io.tcsstamp.definition.MatchCriteria.Operator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The integer that all siblings compare with a constant, as nearly always the APID. */
final class SwitchKey {
    private SwitchKey() {}

    /** A comparison with the integer; absent where there is none, or siblings are few. */
    static Optional<IntegerCriterion> of(List<Branch> branches, CriterionEmitter criteria) {
        if (branches.size() < 2
                || !branches.stream().allMatch(b -> criteria.knows(b.criterion()))) {
            return Optional.empty();
        }
        return equalities(branches.get(0).criterion())
                .filter(
                        key ->
                                branches.stream()
                                        .map(b -> literal(b.criterion(), key))
                                        .allMatch(SwitchKey::isInt))
                .findFirst();
    }

    private static boolean isInt(OptionalLong literal) {
        return literal.isPresent() && (int) literal.getAsLong() == literal.getAsLong();
    }

    /** What a criterion wants the integer of a comparison to be. */
    static OptionalLong literal(Criterion criterion, IntegerCriterion key) {
        return equalities(criterion)
                .filter(c -> c.operand().reference() == key.operand().reference())
                .mapToLong(IntegerCriterion::literal)
                .findFirst();
    }

    private static Stream<IntegerCriterion> equalities(Criterion criterion) {
        if (criterion instanceof AndCriterion and) {
            return and.all().stream().flatMap(SwitchKey::equalities);
        }
        return criterion instanceof IntegerCriterion c && c.operator() == Operator.EQ
                ? Stream.of(c)
                : Stream.empty();
    }
}
