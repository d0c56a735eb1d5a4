package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.Comparison;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.MatchCriteria.Relation;
import java.io.IOException;
import java.util.List;

/** Writes conditions. XTCE: MatchCriteriaType. */
final class CriteriaWriter {
    private CriteriaWriter() {}

    /** Writes what stands in the element that has just begun. */
    static void write(Output out, MatchCriteria original) throws IOException {
        MatchCriteria criteria = Criteria.simplest(original);
        if (criteria instanceof Comparison comparison) {
            comparison(out, comparison);
        } else if (criteria instanceof MatchCriteria.And and
                && and.all().stream().allMatch(Comparison.class::isInstance)) {
            if (and.all().isEmpty()) {
                out.notInSchema("the schema has no condition that always holds");
            }
            out.xml().begin("ComparisonList");
            for (MatchCriteria part : and.all()) {
                comparison(out, (Comparison) part);
            }
            out.xml().end();
        } else {
            out.xml().begin("BooleanExpression");
            expression(out, criteria);
            out.xml().end();
        }
    }

    private static void comparison(Output out, Comparison comparison) throws IOException {
        out.xml().begin("Comparison");
        out.instance(comparison.left());
        if (comparison.operator() != Operator.EQ) {
            out.attribute("comparisonOperator", comparison.operator().sign());
        }
        out.attribute("value", comparison.literal());
        out.xml().end();
    }

    private static void expression(Output out, MatchCriteria criteria) throws IOException {
        if (criteria instanceof Comparison comparison) {
            condition(out, comparison.left(), comparison.operator());
            out.xml().begin("Value");
            out.text(comparison.literal());
            out.xml().end();
            out.xml().end();
        } else if (criteria instanceof Relation relation) {
            condition(out, relation.left(), relation.operator());
            out.xml().begin("ParameterInstanceRef");
            out.instance(relation.right());
            out.xml().end();
            out.xml().end();
        } else if (criteria instanceof MatchCriteria.And and) {
            several(out, "ANDedConditions", and.all());
        } else {
            several(out, "ORedConditions", ((MatchCriteria.Or) criteria).any());
        }
    }

    private static void condition(
            Output out, io.tcsstamp.definition.ParameterRef left, Operator operator)
            throws IOException {
        out.xml().begin("Condition");
        out.xml().begin("ParameterInstanceRef");
        out.instance(left);
        out.xml().end();
        out.xml().element("ComparisonOperator", operator.sign());
    }

    private static void several(Output out, String name, List<MatchCriteria> parts)
            throws IOException {
        if (parts.isEmpty()) {
            out.lost("XTCE has no condition that never holds, or always within another one");
        }
        out.xml().begin(name);
        for (MatchCriteria part : parts) {
            expression(out, part);
        }
        out.xml().end();
    }
}
