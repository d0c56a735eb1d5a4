package io.tcsstamp.decode;

import static io.tcsstamp.decode.TestDefinitions.fixed;
import static io.tcsstamp.decode.TestDefinitions.integerEncoding;
import static io.tcsstamp.decode.TestDefinitions.label;
import static io.tcsstamp.decode.TestDefinitions.shown;
import static io.tcsstamp.decode.TestDefinitions.when;
import static io.tcsstamp.decode.TestDefinitions.whenRaw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Entry.Placement;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which container a packet is, and the criteria that say so. */
class ContainerDecodingTest {
    private final TestDefinitions s = new TestDefinitions();

    private static List<String> chain(PacketValues values) {
        return values.chain().stream().map(Container::name).toList();
    }

    @Test
    void the_one_that_matches_goes_on() throws DefinitionException {
        s.abstractContainer("ROOT", s.field("ID", s.unsigned(8)));
        s.inheritor("ONE", "ROOT", when("ID", Operator.EQ, "1"), s.field("A", s.unsigned(8)));
        s.inheritor("TWO", "ROOT", when("ID", Operator.EQ, "2"), s.field("B", s.unsigned(8)));
        s.inheritor("THREE", "TWO", when("B", Operator.GT, "8"), s.field("C", s.unsigned(8)));
        assertThat(chain(s.decode("01 05"))).containsExactly("ROOT", "ONE");
        assertThat(chain(s.decode("02 05"))).containsExactly("ROOT", "TWO");
        PacketValues three = s.decode("02 09 07");
        assertThat(chain(three)).containsExactly("ROOT", "TWO", "THREE");
        assertThat(shown(three)).containsExactly("ID=2", "B=9", "C=7");
    }

    @Test
    void none_is_a_failure_for_an_abstract_container() throws DefinitionException {
        s.abstractContainer("ROOT", s.field("ID", s.unsigned(8)));
        s.inheritor("ONE", "ROOT", when("ID", Operator.EQ, "1"));
        PacketValues values = s.decode("07");
        DecodeReport report = values.report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.UNKNOWN);
        assertThat(report.container()).isEqualTo("ROOT");
        assertThat(report.decoded()).extracting(DecodedValue::value).containsExactly(7L);
    }

    @Test
    void more_than_one_is_a_failure_that_names_them() throws DefinitionException {
        s.container("ROOT", s.field("ID", s.unsigned(8)));
        s.inheritor("ONE", "ROOT", when("ID", Operator.GE, "1"));
        s.inheritor("TWO", "ROOT", when("ID", Operator.GE, "2"));
        assertThat(chain(s.decode("00"))).containsExactly("ROOT");
        DecodeReport report = s.decode("02").report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.AMBIGUOUS);
        assertThat(report.message()).contains("ONE, TWO");
    }

    @Test
    void a_criterion_about_what_is_not_there_is_a_failure() throws DefinitionException {
        s.container("ROOT", s.field("ID", s.unsigned(8)));
        s.inheritor("ONE", "ROOT", when("A", Operator.EQ, "1"), s.field("A", s.unsigned(8)));
        DecodeReport report = s.decode("00 01").report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.REFERENCE);
        assertThat(report.message()).contains("value of A");
    }

    @ParameterizedTest
    @CsvSource({
        "EQ, 0x10, 10, true",
        "EQ, 16, 10, true",
        "LT, 17, 10, true",
        "NE, 300, 10, true",
        "GT, -1, 00, true",
        "LT, 99999999999999999999, ff, true",
    })
    void integers(Operator operator, String literal, String hex, boolean holds)
            throws DefinitionException {
        check(s.unsigned(8), when("X", operator, literal), hex, holds);
    }

    @ParameterizedTest
    @CsvSource({
        "EQ, 18446744073709551615, ffffffffffffffff, true",
        "GT, 9223372036854775807, 8000000000000000, true",
        "LT, 5, ffffffffffffffff, false",
        "GT, -5, ffffffffffffffff, true",
        "LT, 18446744073709551616, ffffffffffffffff, true",
    })
    void unsigned_integers_of_64_bits(Operator operator, String literal, String hex, boolean holds)
            throws DefinitionException {
        check(s.unsigned(64), when("X", operator, literal), hex, holds);
    }

    @ParameterizedTest
    @CsvSource({
        "EQ, 1.5, 3fc00000, true",
        "GT, 0x1, 3fc00000, true",
        "EQ, NaN, 7fc00000, false",
        "NE, NaN, 7fc00000, true",
        "LT, INF, 3fc00000, true",
        "EQ, -INF, ff800000, true",
    })
    void floats(Operator operator, String literal, String hex, boolean holds)
            throws DefinitionException {
        check(s.real(32, FloatKind.IEEE754), when("X", operator, literal), hex, holds);
    }

    @ParameterizedTest
    @CsvSource({"EQ, ON, 01, true", "NE, ON, 01, false", "LT, ON, 00, true", "EQ, 1, 01, false"})
    void labels(Operator operator, String literal, String hex, boolean holds)
            throws DefinitionException {
        check(
                s.labels(
                        integerEncoding(8, IntegerKind.UNSIGNED, Calibration.NONE),
                        label("0", "OFF"),
                        label("1", "ON")),
                when("X", operator, literal),
                hex,
                holds);
    }

    @ParameterizedTest
    @CsvSource({
        "EQ, true, 05, true",
        "EQ, 0, 05, false",
        "EQ, FALSE, 00, true",
        "EQ, yes, 01, true"
    })
    void truth(Operator operator, String literal, String hex, boolean holds)
            throws DefinitionException {
        ParameterType type =
                new ParameterType.OfBoolean(
                        s.common(),
                        integerEncoding(8, IntegerKind.UNSIGNED, Calibration.NONE),
                        "yes",
                        "no");
        check(type, when("X", operator, literal), hex, holds);
    }

    @ParameterizedTest
    @CsvSource({"EQ, 4142, 4142, true", "LT, 0x4143, 4142, true", "GT, 4143, ff00, true"})
    void bytes(Operator operator, String literal, String hex, boolean holds)
            throws DefinitionException {
        check(s.binary(fixed(16)), when("X", operator, literal), hex, holds);
    }

    @Test
    void a_literal_that_is_no_value_of_the_type_is_refused_with_its_place() {
        s.root(s.field("X", s.unsigned(8)));
        s.inheritor("ONE", "ROOT", when("X", Operator.EQ, "3.0"));
        s.inheritor("TWO", "ROOT", when("X", Operator.EQ, "abc"));
        assertThatThrownBy(() -> s.decode("00"))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e ->
                                assertThat(e.problems())
                                        .hasSize(2)
                                        .anySatisfy(
                                                p ->
                                                        assertThat(p.toString())
                                                                .startsWith("s.xml:11:3: error")
                                                                .contains("X is an integer", "3.0"))
                                        .anySatisfy(p -> assertThat(p.message()).contains("abc")));
    }

    @ParameterizedTest
    @CsvSource({
        // 2^53 and 2^53 + 1: one and the same as doubles
        "0020000000000001, 4340000000000000, GT, true",
        "0020000000000000, 4340000000000000, EQ, true",
        "8000000000000000, 43e0000000000000, EQ, true",
        "ffffffffffffffff, 43f0000000000000, LT, true",
        "0000000000000001, 7ff8000000000000, NE, true",
        "0000000000000001, 7ff8000000000000, LE, false",
        "0000000000000001, 3ff8000000000000, LT, true",
    })
    void an_integer_and_a_float_are_compared_exactly(
            String integer, String real, Operator operator, boolean holds)
            throws DefinitionException {
        s.root(s.field("I", s.unsigned(64)), s.field("F", s.real(64, FloatKind.IEEE754)));
        s.inheritor(
                "ONE",
                "ROOT",
                new MatchCriteria.Relation(
                        TestDefinitions.ref("I", true), operator, TestDefinitions.ref("F", true)));
        assertThat(chain(s.decode(integer + real)).contains("ONE")).isEqualTo(holds);
    }

    @Test
    void the_last_value_decoded_before_counts() throws DefinitionException {
        s.root(s.field("X", s.unsigned(8)), TestDefinitions.entry("X", Placement.NEXT));
        s.inheritor("ONE", "ROOT", whenRaw("X", Operator.EQ, "2"));
        assertThat(chain(s.decode("01 02"))).contains("ONE");
        assertThat(chain(s.decode("02 01"))).doesNotContain("ONE");
    }

    private void check(ParameterType type, MatchCriteria criteria, String hex, boolean holds)
            throws DefinitionException {
        s.root(s.field("X", type));
        s.inheritor("ONE", "ROOT", criteria);
        assertThat(chain(s.decode(hex)).contains("ONE")).isEqualTo(holds);
    }

    @Test
    void the_root_is_chosen_or_asked_for() {
        s.container("A", s.field("X", s.unsigned(8)));
        s.container("B", s.field("Y", s.unsigned(8)));
        assertThatThrownBy(() -> PacketDecoders.interpreted(s.build(), DecoderOptions.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A, B");
        assertThatThrownBy(
                        () ->
                                PacketDecoders.interpreted(
                                        s.build(), DecoderOptions.ALL.withRoot("C")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/S/A, /S/B");
        s.inheritor("C", "B", MatchCriteria.ALWAYS);
        assertThat(RootChoice.of(s.build(), DecoderOptions.ALL).name()).isEqualTo("B");
        s.container("CCSDSPacket");
        assertThat(RootChoice.of(s.build(), DecoderOptions.ALL).name()).isEqualTo("CCSDSPacket");
    }
}
