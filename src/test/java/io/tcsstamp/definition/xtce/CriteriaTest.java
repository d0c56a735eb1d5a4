package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.withCriteria;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.And;
import io.tcsstamp.definition.MatchCriteria.Comparison;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.MatchCriteria.Or;
import io.tcsstamp.definition.MatchCriteria.Relation;
import io.tcsstamp.definition.ParameterRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaTest {
    private static final ParameterRef A = new ParameterRef("/S/A", true);
    private static final ParameterRef B = new ParameterRef("/S/B", true);

    private static MatchCriteria criteria(String xml) {
        return Xtce.read(withCriteria(xml)).container("X").base().orElseThrow().criteria();
    }

    private static String condition(String operator, String right) {
        return "<Condition><ParameterInstanceRef parameterRef='A'/><ComparisonOperator>"
                + operator
                + "</ComparisonOperator>"
                + right
                + "</Condition>";
    }

    @Test
    void a_comparison_has_the_defaults_of_the_schema() {
        assertThat(criteria("<Comparison parameterRef='A' value=' 7 '/>"))
                .isEqualTo(new Comparison(A, Operator.EQ, " 7 "));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "1, true", "false, false", "0, false", "False, false"})
    void a_comparison_takes_the_derived_or_the_raw_value(String text, boolean calibrated) {
        assertThat(
                        criteria(
                                "<Comparison parameterRef='A' value='7' instance='0'"
                                        + " useCalibratedValue='"
                                        + text
                                        + "'/>"))
                .isEqualTo(new Comparison(new ParameterRef("/S/A", calibrated), Operator.EQ, "7"));
    }

    @ParameterizedTest
    @CsvSource({
        "==, EQ",
        "!=, NE",
        "&lt;, LT",
        "&lt;=, LE",
        ">, GT",
        ">=, GE",
        "eq, EQ",
        "neq, NE",
        "lt, LT",
        "leq, LE",
        "gt, GT",
        "geq, GE",
        "&amp;lt;, LT",
        "&amp;gt;=, GE",
        "' == ', EQ"
    })
    void operators_are_read_in_all_spellings(String text, Operator operator) {
        assertThat(
                        criteria(
                                "<Comparison parameterRef='A' value='7' comparisonOperator='"
                                        + text
                                        + "'/>"))
                .isEqualTo(new Comparison(A, operator, "7"));
        assertThat(
                        criteria(
                                "<BooleanExpression>"
                                        + condition(text, "<Value>7</Value>")
                                        + "</BooleanExpression>"))
                .isEqualTo(new Comparison(A, operator, "7"));
    }

    @Test
    void a_list_is_true_when_all_are() {
        assertThat(
                        criteria(
                                "<ComparisonList><Comparison parameterRef='A' value='1'/>"
                                        + "<Comparison parameterRef='B' value='2'/>"
                                        + "</ComparisonList>"))
                .isEqualTo(
                        new And(
                                List.of(
                                        new Comparison(A, Operator.EQ, "1"),
                                        new Comparison(B, Operator.EQ, "2"))));
        assertThat(criteria("<ComparisonList/>")).isEqualTo(MatchCriteria.ALWAYS);
    }

    @Test
    void parameters_are_compared_with_each_other() {
        assertThat(
                        criteria(
                                "<BooleanExpression>"
                                        + condition(
                                                "&lt;", "<ParameterInstanceRef parameterRef='B'/>")
                                        + "</BooleanExpression>"))
                .isEqualTo(new Relation(A, Operator.LT, B));
    }

    @Test
    void expressions_are_nested() {
        String leaf = condition("==", "<Value>1</Value>");

        assertThat(
                        criteria(
                                "<BooleanExpression><ANDedConditions>"
                                        + leaf
                                        + "<ORedConditions>"
                                        + leaf
                                        + leaf
                                        + "</ORedConditions></ANDedConditions>"
                                        + "</BooleanExpression>"))
                .isEqualTo(
                        new And(
                                List.of(
                                        new Comparison(A, Operator.EQ, "1"),
                                        new Or(
                                                List.of(
                                                        new Comparison(A, Operator.EQ, "1"),
                                                        new Comparison(A, Operator.EQ, "1"))))));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "@@<Comparison parameterRef='A' value='1' instance='1'/> | UNSUPPORTED",
                "@@<Comparison parameterRef='A' value='1' instance='-1'/> | UNSUPPORTED",
                "@@<Comparison parameterRef='A' value='1' comparisonOperator='~='/>"
                        + " | INVALID_VALUE",
                "@@<Comparison parameterRef='A' value='1' comparisonOperator='EQ'/>"
                        + " | INVALID_VALUE",
                "@@<Comparison parameterRef='A' value='1' useCalibratedValue='yes'/>"
                        + " | INVALID_VALUE",
                "@@<Comparison parameterRef='A'/> | MISSING_ATTRIBUTE",
                "@@<Comparison value='1'/> | MISSING_ATTRIBUTE",
                "@@<Comparison parameterRef='N' value='1'/> | MISSING_PARAMETER_REFERENCE",
                "<Comparison parameterRef='A' value='1'/>@@<ComparisonList/> | INVALID_VALUE",
                "<Comparison parameterRef='A' value='1'/>@@<Comparison parameterRef='B' value='1'/>"
                        + " | INVALID_VALUE",
                "@@<CustomAlgorithm name='x'/> | UNSUPPORTED",
                "@@<BooleanExpression/> | MISSING_ELEMENT",
                "<BooleanExpression>@@<ANDedConditions/></BooleanExpression> | MISSING_ELEMENT",
                "<BooleanExpression>@@<Condition><ComparisonOperator>==</ComparisonOperator>"
                        + "<Value>1</Value></Condition></BooleanExpression> | INVALID_VALUE",
                "<BooleanExpression>@@<Condition><ParameterInstanceRef parameterRef='A'/>"
                        + "<ComparisonOperator>==</ComparisonOperator></Condition>"
                        + "</BooleanExpression> | INVALID_VALUE",
                "<BooleanExpression>@@<Condition><ParameterInstanceRef parameterRef='A'/>"
                        + "<Value>1</Value></Condition></BooleanExpression> | MISSING_ELEMENT",
            },
            delimiter = '|')
    void a_condition_that_is_wrong_is_refused(String marked, String code) {
        refused(withCriteria(marked), code);
    }

    @Test
    void no_condition_is_refused() {
        refused(
                withCriteria("").replace("<RestrictionCriteria>", "@@<RestrictionCriteria>"),
                "MISSING_ELEMENT");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 10_000})
    void nested_conditions_are_bounded(int depth) {
        StringBuilder xml = new StringBuilder("<BooleanExpression>");
        for (int i = 0; i < depth; i++) {
            xml.append(i % 2 == 0 ? "<ANDedConditions>" : "<ORedConditions>");
        }
        xml.append(condition("==", "<Value>1</Value>"));
        for (int i = depth - 1; i >= 0; i--) {
            xml.append(i % 2 == 0 ? "</ANDedConditions>" : "</ORedConditions>");
        }
        xml.append("</BooleanExpression>");

        if (depth == 100) {
            assertThat(criteria(xml.toString())).isEqualTo(new Comparison(A, Operator.EQ, "1"));
        } else {
            assertThat(Xtce.problems(withCriteria(xml.toString())))
                    .singleElement()
                    .satisfies(
                            p -> {
                                assertThat(p.code()).isEqualTo("XML_TOO_LARGE");
                                assertThat(p.location().column()).isPositive();
                            });
        }
    }
}
