package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.A_AND_B;
import static io.tcsstamp.definition.xtce.Xtce.U8;
import static io.tcsstamp.definition.xtce.Xtce.container;
import static io.tcsstamp.definition.xtce.Xtce.document;
import static io.tcsstamp.definition.xtce.Xtce.entries;
import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.type;
import static io.tcsstamp.definition.xtce.Xtce.withType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Dimension;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays and aggregates. */
class CompositeTest {
    private static final String FIVE = dimensions("<FixedValue>4</FixedValue>");
    private static final String POINT =
            "<AggregateParameterType name='Point'><MemberList><Member name='x' typeRef='U8'/>"
                    + "<Member name='a' typeRef='Row'/></MemberList></AggregateParameterType>"
                    + "<ArrayParameterType name='Row' arrayTypeRef='U8'>"
                    + FIVE
                    + "</ArrayParameterType><ArrayParameterType name='Points' arrayTypeRef='Point'>"
                    + FIVE
                    + "</ArrayParameterType><ArrayParameterType name='Open' arrayTypeRef='U8'"
                    + " numberOfDimensions='1'/>";
    private static final String PARAMETERS =
            A_AND_B
                    + "<Parameter name='P' parameterTypeRef='Point'/>"
                    + "<Parameter name='PS' parameterTypeRef='Points'/>"
                    + "<Parameter name='O' parameterTypeRef='Open'/>";

    private static String dimensions(String end) {
        return "<DimensionList><Dimension><StartingIndex><FixedValue>0</FixedValue></StartingIndex>"
                + "<EndingIndex>"
                + end
                + "</EndingIndex></Dimension></DimensionList>";
    }

    private static String with(String containers) {
        return document(U8 + POINT, PARAMETERS, containers);
    }

    private static String comparing(String path) {
        return with(
                container("C", entries("A", "P", "PS"))
                        + "<SequenceContainer name='D'><EntryList/><BaseContainer containerRef='C'>"
                        + "<RestrictionCriteria>@@<Comparison parameterRef='"
                        + path
                        + "' value='1'/></RestrictionCriteria></BaseContainer>"
                        + "</SequenceContainer>");
    }

    @Test
    void an_array_may_be_sized_by_data() {
        assertThat(
                        type(
                                "<ArrayParameterType name='T' arrayTypeRef='U8'>"
                                        + dimensions(
                                                "<DynamicValue><ParameterInstanceRef"
                                                        + " parameterRef='A'/><LinearAdjustment"
                                                        + " intercept='-1'/></DynamicValue>")
                                        + "</ArrayParameterType>"))
                .isInstanceOfSatisfying(
                        ParameterType.OfArray.class,
                        array -> {
                            assertThat(array.elementTypeRef()).isEqualTo("/S/U8");
                            assertThat(array.dimensions())
                                    .containsExactly(
                                            new Dimension(
                                                    new IntegerValue.Fixed(0),
                                                    new IntegerValue.Dynamic(
                                                            new ParameterRef("/S/A", true),
                                                            1,
                                                            -1)));
                        });
    }

    @Test
    void an_array_may_be_empty_but_not_less() {
        type(
                "<ArrayParameterType name='T' arrayTypeRef='U8'>"
                        + dimensions("<FixedValue>-1</FixedValue>")
                        + "</ArrayParameterType>");
        refused(
                withType(
                        "<ArrayParameterType name='T' arrayTypeRef='U8'>"
                                + dimensions("@@<FixedValue>-2</FixedValue>")
                                + "</ArrayParameterType>"),
                "INVALID_VALUE");
    }

    @Test
    void an_entry_may_bring_its_own_sizes() {
        Entry entry =
                Xtce.read(
                                with(
                                        container(
                                                "C",
                                                "<ArrayParameterRefEntry parameterRef='O'>"
                                                        + FIVE
                                                        + "</ArrayParameterRefEntry>")))
                        .container("C")
                        .entries()
                        .get(0);

        assertThat(entry)
                .isEqualTo(
                        new Entry.OfArray(
                                "/S/O",
                                List.of(
                                        new Dimension(
                                                new IntegerValue.Fixed(0),
                                                new IntegerValue.Fixed(4))),
                                Entry.Placement.NEXT));
    }

    @Test
    void an_entry_may_leave_the_sizes_to_the_type() {
        assertThat(
                        Xtce.read(
                                        with(
                                                container(
                                                        "C",
                                                        "<ArrayParameterRefEntry"
                                                                + " parameterRef='PS'/>")))
                                .container("C")
                                .entries())
                .containsExactly(new Entry.OfParameter("/S/PS", Entry.Placement.NEXT));
    }

    @ParameterizedTest
    @CsvSource({
        "@@<ParameterRefEntry parameterRef='O'/>, MISSING_ELEMENT",
        "@@<ArrayParameterRefEntry parameterRef='O'/>, MISSING_ELEMENT",
        "@@<ArrayParameterRefEntry parameterRef='A'/>, INVALID_VALUE",
        "@@<ArrayParameterRefEntry parameterRef='PS' lastEntryForThisArrayInstance='false'/>,"
                + " UNSUPPORTED",
        "<ArrayParameterRefEntry parameterRef='PS'>@@<DimensionList/></ArrayParameterRefEntry>,"
                + " INVALID_VALUE"
    })
    void an_array_entry_that_is_wrong_is_refused(String marked, String code) {
        refused(with(container("C", marked)), code);
    }

    @Test
    void an_array_within_another_type_needs_sizes() {
        refused(
                withType(
                        POINT
                                + "@@<ArrayParameterType name='T' arrayTypeRef='Open'>"
                                + FIVE
                                + "</ArrayParameterType>"),
                "MISSING_ELEMENT");
    }

    @ParameterizedTest
    @CsvSource({"P.x, /S/P, .x", "P.a[2], /S/P, .a[2]", "/S/PS[0].a[1], /S/PS, [0].a[1]"})
    void a_member_is_named_by_its_path(String path, String parameter, String member) {
        MatchCriteria criteria =
                Xtce.read(comparing(path).replace("@@", ""))
                        .container("D")
                        .base()
                        .orElseThrow()
                        .criteria();

        assertThat(((MatchCriteria.Comparison) criteria).left())
                .isEqualTo(new ParameterRef(parameter, member, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P.y",
                "P.x.z",
                "P[0]",
                "P.a",
                "P.a.x",
                "PS.x",
                "PS[x].x",
                "PS[0",
                "A[1]",
                "PS[-1].x",
                "N.x"
            })
    void a_member_that_is_not_there_is_refused(String path) {
        refused(comparing(path), "MISSING_PARAMETER_REFERENCE");
    }

    @ParameterizedTest
    @CsvSource({
        "@@<AggregateParameterType name='T'/>, MISSING_ELEMENT",
        "<AggregateParameterType name='T'>@@<MemberList/></AggregateParameterType>,"
                + " MISSING_ELEMENT",
        "<AggregateParameterType name='T'><MemberList><Member name='a' typeRef='U8'/>"
                + "@@<Member name='a' typeRef='U8'/></MemberList></AggregateParameterType>,"
                + " DUPLICATE_NAME",
        "<AggregateParameterType name='T'><MemberList>@@<Member name='a' typeRef='N'/>"
                + "</MemberList></AggregateParameterType>, MISSING_PARAMETER_TYPE_REFERENCE",
        "@@<ArrayParameterType name='T' arrayTypeRef='N'/>, MISSING_PARAMETER_TYPE_REFERENCE"
    })
    void an_aggregate_that_is_wrong_is_refused(String marked, String code) {
        String document = withType(marked).replace("<ParameterRefEntry parameterRef='X'/>", "");

        refused(document, code);
    }

    @Test
    void a_type_that_holds_itself_is_refused() {
        assertThat(
                        refused(
                                withType(
                                        "@@<AggregateParameterType name='T'><MemberList><Member"
                                                + " name='a' typeRef='U'/></MemberList>"
                                                + "</AggregateParameterType><ArrayParameterType"
                                                + " name='U' arrayTypeRef='T'>"
                                                + FIVE
                                                + "</ArrayParameterType>"),
                                "CIRCULAR_REFERENCE"))
                .contains("/S/T -> /S/U -> /S/T");
    }

    @Test
    void a_type_that_grows_without_bound_is_refused() {
        StringBuilder types = new StringBuilder();
        String bomb =
                "<AggregateParameterType name='T%d'><MemberList><Member name='a' typeRef='T%d'/>"
                        + "<Member name='b' typeRef='T%d'/></MemberList></AggregateParameterType>";
        for (int i = 0; i < 60; i++) {
            types.append(bomb.formatted(i, i + 1, i + 1));
        }

        assertThat(Xtce.problems(document(U8.replace("U8", "T60") + types, "", "")))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.code()).isEqualTo("TOO_LARGE"));
    }
}
