package io.tcsstamp.definition.xtce;

import static io.tcsstamp.definition.xtce.Xtce.container;
import static io.tcsstamp.definition.xtce.Xtce.entries;
import static io.tcsstamp.definition.xtce.Xtce.refused;
import static io.tcsstamp.definition.xtce.Xtce.withContainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.Entry;
import io.tcsstamp.definition.Entry.Placement;
import io.tcsstamp.definition.Entry.Reference;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.MatchCriteria;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.SourceLocation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerTest {
    private static Entry entry(String content) {
        return Xtce.read(
                        withContainer(
                                container(
                                        "C",
                                        "<ParameterRefEntry parameterRef='A' shortDescription='x'>"
                                                + content
                                                + "</ParameterRefEntry>"
                                                + entries("B"))))
                .container("C")
                .entries()
                .get(0);
    }

    private static String child(String name, String base) {
        return "<SequenceContainer name='"
                + name
                + "'><EntryList/><BaseContainer containerRef='"
                + base
                + "'/></SequenceContainer>";
    }

    @Test
    void a_container_is_read_with_all_it_says() {
        Container read =
                Xtce.read(
                                withContainer(
                                        container("Base", entries("A"))
                                                + "<SequenceContainer name='C' abstract='1'"
                                                + " shortDescription='brief' idlePattern='0x0'>"
                                                + "<LongDescription>long</LongDescription>"
                                                + "<DefaultRateInStream/><RateInStreamSet/>"
                                                + "<BinaryEncoding><SizeInBits><FixedValue>128"
                                                + "</FixedValue></SizeInBits></BinaryEncoding>"
                                                + "<EntryList><!-- none --></EntryList>"
                                                + "<BaseContainer containerRef='Base'>"
                                                + "<RestrictionCriteria><Comparison"
                                                + " parameterRef='A' value='1'/><NextContainer"
                                                + " containerRef='Base'/></RestrictionCriteria>"
                                                + "</BaseContainer></SequenceContainer>"))
                        .container("C");

        assertThat(read.isAbstract()).isTrue();
        assertThat(read.description()).isEqualTo(new Description("brief", "long"));
        assertThat(read.sizeInBits()).contains(new IntegerValue.Fixed(128));
        assertThat(read.base().orElseThrow().containerRef()).isEqualTo("/S/Base");
        assertThat(read.base().orElseThrow().criteria())
                .isInstanceOf(MatchCriteria.Comparison.class);
        assertThat(read.base().orElseThrow().next()).contains("/S/Base");
    }

    @Test
    void the_base_may_stand_before_the_entries_and_without_criteria() {
        Container read =
                Xtce.read(
                                withContainer(
                                        container("Base", entries("A"))
                                                + "<SequenceContainer name='C'><BaseContainer"
                                                + " containerRef='Base'/><EntryList/>"
                                                + "</SequenceContainer>"))
                        .container("C");

        assertThat(read.base())
                .contains(new Container.Base("/S/Base", MatchCriteria.ALWAYS, Optional.empty()));
    }

    @Test
    void a_next_container_alone_is_no_condition() {
        Container read =
                Xtce.read(
                                withContainer(
                                        container("Base", entries("A"))
                                                + child("C", "Base")
                                                        .replace(
                                                                "Base'/>",
                                                                "Base'><RestrictionCriteria>"
                                                                        + "<NextContainer"
                                                                        + " containerRef='C'/>"
                                                                        + "</RestrictionCriteria>"
                                                                        + "</BaseContainer>")))
                        .container("C");

        assertThat(read.base())
                .contains(new Container.Base("/S/Base", MatchCriteria.ALWAYS, Optional.of("/S/C")));
    }

    @Test
    void containers_stand_within_containers() {
        Definition read =
                Xtce.read(
                        withContainer(
                                container(
                                                "C",
                                                entries("A")
                                                        + "<ContainerRefEntry containerRef='D'/>")
                                        + container("D", entries("B"))));

        assertThat(read.container("C").entries())
                .containsExactly(
                        new Entry.OfParameter("/S/A", Placement.NEXT),
                        new Entry.OfContainer("/S/D", Placement.NEXT));
    }

    @ParameterizedTest
    @CsvSource({
        "'', PREVIOUS_ENTRY",
        "referenceLocation='containerStart', CONTAINER_START",
        "referenceLocation='containerEnd', CONTAINER_END",
        "referenceLocation='previousEntry', PREVIOUS_ENTRY",
        "referenceLocation='nextEntry', NEXT_ENTRY"
    })
    void an_entry_has_a_place(String attributes, Reference reference) {
        assertThat(
                        entry(
                                        "<LocationInContainerInBits "
                                                + attributes
                                                + "><FixedValue>-8</FixedValue>"
                                                + "</LocationInContainerInBits>")
                                .placement()
                                .location())
                .contains(new Entry.Location(reference, new IntegerValue.Fixed(-8)));
    }

    @Test
    void an_entry_is_repeated() {
        assertThat(
                        entry(
                                        "<RepeatEntry><Count><DynamicValue><ParameterInstanceRef"
                                            + " parameterRef='B'/></DynamicValue></Count><Offset>"
                                            + "<FixedValue>4</FixedValue></Offset></RepeatEntry>")
                                .placement()
                                .repeat())
                .contains(
                        new Entry.Repeat(
                                new IntegerValue.Dynamic(new ParameterRef("/S/B", true), 1, 0),
                                Optional.of(new IntegerValue.Fixed(4))));
    }

    @Test
    void an_entry_has_a_condition() {
        assertThat(
                        entry(
                                        "<IncludeCondition><Comparison parameterRef='B' value='1'/>"
                                                + "</IncludeCondition><TimeAssociation"
                                                + " parameterRef='B'/>")
                                .placement()
                                .condition())
                .containsInstanceOf(MatchCriteria.Comparison.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@<LocationInContainerInBits referenceLocation='here'><FixedValue>0</FixedValue>"
                        + "</LocationInContainerInBits>",
                "<RepeatEntry><Count>@@<FixedValue>-1</FixedValue></Count></RepeatEntry>",
            })
    void an_entry_that_is_wrong_is_refused(String marked) {
        refused(
                withContainer(
                        container(
                                "C",
                                "<ParameterRefEntry parameterRef='A'>"
                                        + marked
                                        + "</ParameterRefEntry>")),
                "INVALID_VALUE");
    }

    @Test
    void a_last_entry_has_no_next_one() {
        refused(
                withContainer(
                        container(
                                        "C",
                                        "<ParameterRefEntry parameterRef='A'>"
                                                + "<LocationInContainerInBits"
                                                + " referenceLocation='nextEntry'><FixedValue>0"
                                                + "</FixedValue></LocationInContainerInBits>"
                                                + "</ParameterRefEntry>")
                                .replace("<EntryList", "@@<EntryList")),
                "INVALID_VALUE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ParameterSegmentRefEntry",
                "ContainerSegmentRefEntry",
                "StreamSegmentEntry",
                "IndirectParameterRefEntry"
            })
    void other_entries_are_refused(String entry) {
        refused(
                withContainer(container("C", "@@<" + entry + " parameterRef='A'/>")),
                "UNSUPPORTED");
    }

    @ParameterizedTest
    @CsvSource({
        "@@<ParameterRefEntry parameterRef='N'/>, MISSING_PARAMETER_REFERENCE",
        "@@<ContainerRefEntry containerRef='N'/>, MISSING_CONTAINER_REFERENCE",
        "@@<ContainerRefEntry containerRef='A'/>, MISSING_CONTAINER_REFERENCE",
        "@@<ParameterRefEntry/>, MISSING_ATTRIBUTE",
        "@@<FixedValueEntry/>, UNKNOWN_ELEMENT",
        "@@<ParameterRefEntry parameterRef='A' offset='1'/>, UNKNOWN_ATTRIBUTE"
    })
    void an_entry_of_nothing_is_refused(String marked, String code) {
        refused(withContainer(container("C", marked)), code);
    }

    @Test
    void a_base_that_is_not_there_is_refused() {
        refused(
                withContainer(child("C", "N").replace("<Base", "@@<Base")),
                "MISSING_CONTAINER_REFERENCE");
        refused(withContainer("@@<SequenceContainer name='C'/>"), "MISSING_ELEMENT");
    }

    @Test
    void containers_that_hold_each_other_are_refused() {
        assertThat(
                        refused(
                                withContainer(
                                        "@@"
                                                + child("C", "D")
                                                + container(
                                                        "D",
                                                        "<ContainerRefEntry containerRef='C'/>")),
                                "CIRCULAR_REFERENCE"))
                .contains("/S/C -> /S/D -> /S/C");
        refused(withContainer("@@" + child("C", "C")), "CIRCULAR_REFERENCE");
    }

    @Test
    void equal_containers_may_stand_twice() {
        String c = container("C", entries("A"));

        assertThat(Xtce.read(withContainer(c + c)).containers()).hasSize(1);
        refused(withContainer(c + "@@" + container("C", entries("B"))), "DUPLICATE_NAME");
    }

    @Test
    void types_and_parameters_may_not_stand_twice() {
        refused(Xtce.document(Xtce.U8 + "@@" + Xtce.U8, "", ""), "DUPLICATE_NAME");
        refused(
                Xtce.document(
                        Xtce.U8,
                        "<Parameter name='A' parameterTypeRef='U8'/>"
                                + "@@<Parameter name='A' parameterTypeRef='U8'/>",
                        ""),
                "DUPLICATE_NAME");
    }

    @Test
    void a_long_chain_of_containers_is_refused() {
        StringBuilder chain = new StringBuilder(container("C0", entries("A")));
        for (int i = 1; i < 5000; i++) {
            chain.append(child("C" + i, "C" + (i - 1)));
        }

        assertThat(Xtce.problems(withContainer(chain.toString())))
                .allSatisfy(p -> assertThat(p.code()).isEqualTo("TOO_LARGE"));
    }

    @Test
    void a_container_that_grows_without_bound_is_refused() {
        StringBuilder bomb = new StringBuilder(container("C40", entries("A")));
        for (int i = 0; i < 40; i++) {
            String part = "<ContainerRefEntry containerRef='C" + (i + 1) + "'/>";
            bomb.append(container("C" + i, part + part + part));
        }

        assertThat(Xtce.problems(withContainer(bomb.toString())))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.code()).isEqualTo("TOO_LARGE"));
    }

    @Test
    void everything_has_a_place() {
        Definition read =
                Xtce.read(
                        withContainer(
                                "\n"
                                        + container(
                                                "C",
                                                "\n " + entries("A") + "\n  " + entries("B"))));

        assertThat(read.location("/S/C")).isEqualTo(new SourceLocation("d.xml", 2, 1));
        assertThat(read.location("/S/C#0")).isEqualTo(new SourceLocation("d.xml", 3, 2));
        assertThat(read.location("/S/C#1")).isEqualTo(new SourceLocation("d.xml", 4, 3));
        assertThat(read.location("/S/A").line()).isEqualTo(1);
        assertThat(read.location("/S/U8").line()).isEqualTo(1);
    }
}
