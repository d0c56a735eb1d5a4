package io.tcsstamp.decode;

import static io.tcsstamp.decode.TestDefinitions.dynamic;
import static io.tcsstamp.decode.TestDefinitions.entry;
import static io.tcsstamp.decode.TestDefinitions.fixed;
import static io.tcsstamp.decode.TestDefinitions.nested;
import static io.tcsstamp.decode.TestDefinitions.shown;
import static io.tcsstamp.decode.TestDefinitions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.Calibrator;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Entry.Location;
import io.tcsstamp.definition.Entry.Placement;
import io.tcsstamp.definition.Entry.Reference;
import io.tcsstamp.definition.Entry.Repeat;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.MatchCriteria.Operator;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.ParameterType.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Arrays, aggregates, and entries that are placed, repeated or there on a condition. */
@Timeout(20)
class CompositeDecodingTest {
    private final TestDefinitions s = new TestDefinitions();

    private ParameterType array(ParameterType element, Dimension... dimensions) {
        return new ParameterType.OfArray(s.common(), element.qualifiedName(), List.of(dimensions));
    }

    private ParameterType aggregate(Member... members) {
        return new ParameterType.OfAggregate(s.common(), List.of(members));
    }

    private static Dimension to(IntegerValue end) {
        return new Dimension(fixed(0), end);
    }

    private static Placement at(Reference reference, IntegerValue offset) {
        return new Placement(
                Optional.of(new Location(reference, offset)), Optional.empty(), Optional.empty());
    }

    private static Placement repeated(IntegerValue count, long gap) {
        return new Placement(
                Optional.empty(),
                Optional.of(new Repeat(count, Optional.of(fixed(gap)))),
                Optional.empty());
    }

    private static Placement only(MatchCriteria criteria) {
        return new Placement(Optional.empty(), Optional.empty(), Optional.of(criteria));
    }

    @Test
    void an_array_of_fixed_size() throws DefinitionException {
        s.root(s.field("A", array(s.unsigned(4), new Dimension(fixed(2), fixed(5)))));
        assertThat(shown(s.decode("1234"))).containsExactly("A[2]=1", "A[3]=2", "A[4]=3", "A[5]=4");
    }

    @Test
    void an_array_sized_by_the_packet_and_the_last_index_runs_fastest() throws DefinitionException {
        s.root(
                s.field("N", s.unsigned(8)),
                s.field("A", array(s.unsigned(8), to(fixed(1)), to(dynamic("N", 1, -1)))));
        assertThat(shown(s.decode("02 0a0b0c0d")))
                .containsExactly("N=2", "A[0][0]=10", "A[0][1]=11", "A[1][0]=12", "A[1][1]=13");
        assertThat(shown(s.decode("00"))).containsExactly("N=0");
    }

    @Test
    void aggregates_in_arrays_in_aggregates() throws DefinitionException {
        ParameterType.Scalar small = s.unsigned(8);
        ParameterType inner =
                s.type(
                        aggregate(
                                new Member("x", small.qualifiedName()),
                                new Member("y", small.qualifiedName())));
        ParameterType list = s.type(array(inner, to(dynamic("N", 1, -1))));
        s.root(
                s.field("N", small),
                s.field(
                        "A",
                        aggregate(
                                new Member("id", small.qualifiedName()),
                                new Member("list", list.qualifiedName()))));
        assertThat(shown(s.decode("02 09 01020304")))
                .containsExactly(
                        "N=2",
                        "A.id=9",
                        "A.list[0].x=1",
                        "A.list[0].y=2",
                        "A.list[1].x=3",
                        "A.list[1].y=4");
    }

    @Test
    void the_fields_of_elements_are_the_same_in_every_packet() throws DefinitionException {
        s.root(
                s.field("N", s.unsigned(8)),
                s.field("A", array(s.unsigned(8), to(dynamic("N", 1, -1)))));
        PacketDecoder decoder = PacketDecoders.interpreted(s.build(), DecoderOptions.ALL);
        PacketValues first = decoder.newValues();
        PacketValues second = decoder.newValues();
        decoder.decode(new byte[] {2, 5, 6}, 0, 3, first);
        decoder.decode(new byte[] {1, 7}, 0, 2, second);
        assertThat(second.field(1)).isSameAs(first.field(1)).isNotSameAs(first.field(2));
    }

    @Test
    void elements_and_members_can_be_referred_to() throws DefinitionException {
        s.root(
                s.field("N", s.unsigned(8)),
                s.field("A", array(s.unsigned(8), to(dynamic("N", 1, -1)))),
                s.field("B", s.binary(dynamic("A[1]", 8, 0))));
        assertThat(shown(s.decode("02 0301 ff")))
                .containsExactly("N=2", "A[0]=3", "A[1]=1", "B=hex:ff");
        DecodeReport report = s.decode("01 03").report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.REFERENCE);
        assertThat(report.message()).contains("A[1]");
    }

    @Test
    void bounds_of_arrays_that_cannot_be_are_failures() throws DefinitionException {
        s.root(
                s.field("N", s.unsigned(32)),
                s.field("A", array(s.unsigned(8), to(dynamic("N", 1, -9)))));
        assertThat(s.decode("00000000").report().orElseThrow().cause()).isEqualTo(Cause.SIZE);
        assertThat(s.decode("ffffffff").report().orElseThrow().cause()).isEqualTo(Cause.SIZE);
        assertThat(s.decode("0000000a").report().orElseThrow().cause()).isEqualTo(Cause.SHORT);
    }

    @Test
    void elements_without_bits_do_not_take_for_ever() throws DefinitionException {
        s.root(
                s.field("N", s.unsigned(32)),
                s.field(
                        "A",
                        array(
                                s.binary(fixed(0)),
                                to(dynamic("N", 1, -1)),
                                to(dynamic("N", 1, -1)))));
        assertThat(s.decode("00080000").report().orElseThrow().cause()).isEqualTo(Cause.SIZE);
        assertThat(shown(s.decode("00080000", DecoderOptions.ALL.withSelected("N"::equals))))
                .containsExactly("N=524288");
    }

    @Test
    void repetitions_with_and_without_gaps() throws DefinitionException {
        s.parameter("X", s.unsigned(4));
        s.root(
                s.field("N", s.unsigned(8)),
                entry("X", repeated(dynamic("N", 1, 0), 4)),
                s.field("Y", s.unsigned(4)));
        assertThat(shown(s.decode("03 10 20 3f")))
                .containsExactly("N=3", "X=1", "X=2", "X=3", "Y=15");
        assertThat(shown(s.decode("00 10"))).containsExactly("N=0", "Y=1");
    }

    @Test
    void repetitions_of_nothing_do_not_take_for_ever() throws DefinitionException {
        s.parameter("B", s.binary(fixed(0)));
        s.container("INNER", entry("B", repeated(fixed(1_000_000), 0)));
        s.root(nested("INNER", repeated(fixed(1_000_000), 0)));
        DecodeReport report =
                s.decode("", DecoderOptions.ALL.withSelected(n -> false)).report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.SIZE);
    }

    @Test
    void conditions() throws DefinitionException {
        s.parameter("B", s.unsigned(8));
        s.root(
                s.field("A", s.unsigned(8)),
                entry("B", only(when("A", Operator.EQ, "1"))),
                s.field("C", s.unsigned(8)));
        assertThat(shown(s.decode("01 02 03"))).containsExactly("A=1", "B=2", "C=3");
        assertThat(shown(s.decode("00 02"))).containsExactly("A=0", "C=2");
    }

    @Test
    void places_from_the_start_and_from_the_previous_entry() throws DefinitionException {
        s.parameter("B", s.unsigned(8));
        s.parameter("C", s.unsigned(8));
        s.parameter("D", s.unsigned(8));
        s.root(
                s.field("A", s.unsigned(8)),
                entry("B", at(Reference.CONTAINER_START, fixed(24))),
                entry("C", at(Reference.PREVIOUS_ENTRY, fixed(-16))),
                entry("D", at(Reference.PREVIOUS_ENTRY, fixed(-4))));
        PacketValues values = s.decode("01 02 03 04");
        assertThat(shown(values)).containsExactly("A=1", "B=4", "C=3", "D=48");
        assertThat(values.overlong()).isFalse();
        assertThat(values.bitsDecoded()).isEqualTo(32);
    }

    @Test
    void places_from_the_end_and_before_the_next_entry_are_those_of_the_entrys_end()
            throws DefinitionException {
        s.parameter("B", s.unsigned(4));
        s.parameter("CRC", s.unsigned(16));
        s.root(
                s.field("A", s.unsigned(8)),
                entry("B", at(Reference.NEXT_ENTRY, fixed(4))),
                entry("CRC", at(Reference.CONTAINER_END, fixed(0))));
        assertThat(shown(s.decode("01 ff 20 1234"))).containsExactly("A=1", "B=2", "CRC=4660");
    }

    @Test
    void a_place_outside_of_the_packet_is_a_failure() throws DefinitionException {
        s.parameter("B", s.unsigned(8));
        s.root(
                s.field("A", s.integer(8, IntegerKind.TWOS_COMPLEMENT, Calibration.NONE)),
                entry("B", at(Reference.PREVIOUS_ENTRY, dynamic("A", 8, 0))));
        assertThat(s.decode("fe00").report().orElseThrow().cause()).isEqualTo(Cause.SIZE);
        assertThat(s.decode("0200").failed()).isTrue();
        assertThat(shown(s.decode("ff"))).containsExactly("A=-1", "B=255");
    }

    @Test
    void nested_containers_have_their_bases_and_a_start_of_their_own() throws DefinitionException {
        s.parameter("C", s.unsigned(8));
        s.container("BASE", s.field("A", s.unsigned(8)));
        s.inheritor(
                "INNER",
                "BASE",
                MatchCriteria.ALWAYS,
                entry("C", at(Reference.CONTAINER_START, fixed(16))));
        s.root(
                s.field("H", s.unsigned(8)),
                nested("INNER", Placement.NEXT),
                s.field("T", s.unsigned(8)));
        assertThat(shown(s.decode("01 02 03 04 05"))).containsExactly("H=1", "A=2", "C=4", "T=5");
    }

    @Test
    void containers_of_a_stated_size_are_filled_up() throws DefinitionException {
        s.sized("INNER", 24, s.field("A", s.unsigned(8)));
        s.root(nested("INNER", Placement.NEXT), s.field("T", s.unsigned(8)));
        assertThat(shown(s.decode("01 ffff 02"))).containsExactly("A=1", "T=2");
        assertThat(s.decode("01 ff").report().orElseThrow().cause()).isEqualTo(Cause.SHORT);
    }

    @Test
    void a_stated_size_counts_where_no_inheritor_follows() throws DefinitionException {
        s.sized("ROOT", 32, s.field("A", s.unsigned(8)));
        s.inheritor("ONE", "ROOT", when("A", Operator.EQ, "1"), s.field("B", s.unsigned(8)));
        assertThat(s.decode("02 aabbcc").overlong()).isFalse();
        assertThat(s.decode("02 aabb").report().orElseThrow().cause()).isEqualTo(Cause.SHORT);
        assertThat(shown(s.decode("01 09"))).containsExactly("A=1", "B=9");
    }

    @Test
    void the_end_of_a_nested_container_is_where_its_size_says() throws DefinitionException {
        s.parameter("B", s.unsigned(8));
        s.sized(
                "INNER",
                32,
                s.field("A", s.unsigned(8)),
                entry("B", at(Reference.CONTAINER_END, fixed(0))));
        s.root(nested("INNER", Placement.NEXT), s.field("T", s.unsigned(8)));
        assertThat(shown(s.decode("01 02 03 04 05"))).containsExactly("A=1", "B=4", "T=5");
        assertThat(s.decode("01 02 03").report().orElseThrow().cause()).isEqualTo(Cause.SHORT);
    }

    @Test
    void the_end_of_a_nested_container_without_size_is_not_known() {
        s.parameter("B", s.unsigned(8));
        s.container("INNER", entry("B", at(Reference.CONTAINER_END, fixed(0))));
        s.root(nested("INNER", Placement.NEXT));
        assertThatThrownBy(() -> s.decode("01"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("needs a fixed size");
    }

    @Test
    void repeated_work_of_calibrators_and_criteria_is_bounded() throws DefinitionException {
        List<Calibrator.MathStep> steps = new ArrayList<>();
        steps.add(new Calibrator.MathStep.PushRaw());
        for (int i = 0; i < 300; i++) {
            steps.add(new Calibrator.MathStep.Push(170));
            steps.add(new Calibrator.MathStep.Apply("x!"));
            steps.add(new Calibrator.MathStep.Apply("+"));
        }
        s.parameter(
                "X",
                s.integer(
                        1,
                        IntegerKind.UNSIGNED,
                        TestDefinitions.byDefault(new Calibrator.MathOperation(steps))));
        s.root(entry("X", repeated(fixed(500_000), 0)));
        assertThat(s.decode("00".repeat(62_500)).report().orElseThrow().cause())
                .isEqualTo(Cause.SIZE);
        List<IntegerValue.Row> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            rows.add(new IntegerValue.Row(8, when("N", Operator.EQ, "" + (i + 256))));
        }
        TestDefinitions t = new TestDefinitions();
        t.parameter("B", t.binary(new IntegerValue.Lookup(rows, Optional.of(0L))));
        t.root(t.field("N", t.unsigned(8)), entry("B", repeated(fixed(1_000_000), 0)));
        assertThat(t.decode("00").report().orElseThrow().cause()).isEqualTo(Cause.SIZE);
    }

    @Test
    void definitions_that_become_too_large_are_refused() {
        s.container("C0", s.field("A", s.unsigned(8)));
        for (int i = 1; i < 30; i++) {
            Entry below = nested("C" + (i - 1), Placement.NEXT);
            s.container("C" + i, below, below);
        }
        s.root(nested("C29", Placement.NEXT));
        assertThatThrownBy(() -> s.decode("00"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("s.xml:")
                .hasMessageContaining("more than");
    }
}
