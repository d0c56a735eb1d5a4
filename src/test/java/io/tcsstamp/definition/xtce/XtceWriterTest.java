package io.tcsstamp.definition.xtce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DataEncoding.TextExtent;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Description;
import io.tcsstamp.definition.IntegerValue;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterRef;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.schema.XtceSchema;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XtceWriterTest {
    private static final DataEncoding U8 =
            new DataEncoding.OfInteger(
                    8,
                    IntegerKind.UNSIGNED,
                    ByteOrder.MOST_SIGNIFICANT_FIRST,
                    BitOrder.MOST_SIGNIFICANT_FIRST,
                    Calibration.NONE);

    /** A definition of one type T, and a parameter P of it. */
    private static Definition of(ParameterType type, String parameter) {
        return new Definition(
                "S",
                "made",
                Map.of("/S/T", type),
                Map.of(
                        "/S/" + parameter,
                        new Parameter(parameter, "/S/" + parameter, "/S/T", Description.NONE)),
                Map.of(),
                Map.of());
    }

    private static ParameterType.Common common() {
        return new ParameterType.Common("/S/T", List.of(), Description.NONE);
    }

    /** Where nothing is told the schema has nothing against the document. */
    private static void valid(List<Problem> told, String document, String as) {
        if (told.isEmpty()) {
            assertThat(XtceSchema.check(document, "d.xml")).as(as).isEmpty();
        }
    }

    private static List<String> codes(Definition definition) throws Exception {
        return XtceWriter.write(definition, new StringWriter()).stream()
                .map(Problem::code)
                .distinct()
                .toList();
    }

    @Test
    void everything_comes_back_and_nothing_is_lost(@TempDir Path folder) throws Exception {
        Definition everything = Xtce.read(Everything.document());
        Path file = folder.resolve("out.xml");

        assertThat(XtceWriter.write(everything, file)).isEmpty();
        assertThat(XtceSchema.check(file)).isEmpty();
        assertThat(XtceReader.read(file)).isEqualTo(everything);
    }

    @Test
    void the_same_definition_gives_the_same_document() {
        Definition everything = Xtce.read(Everything.document());

        assertThat(XtceWriter.text(Xtce.read(XtceWriter.text(everything))))
                .isEqualTo(XtceWriter.text(everything))
                .contains("<SequenceContainer name=\"HEADER\" shortDescription=\"of all\"")
                .contains("<Encoding units=\"seconds\" scale=\"0.001\" offset=\"-5\">")
                .contains("<CriticalRange maxExclusive=\"80\"/>");
    }

    @Test
    void entries_stand_before_the_base_as_the_schema_wants() {
        String text = XtceWriter.text(Xtce.read(Everything.document()));

        for (int base = text.indexOf("<BaseContainer");
                base >= 0;
                base = text.indexOf("<BaseContainer", base + 1)) {
            int container = text.lastIndexOf("<SequenceContainer", base);
            assertThat(text.substring(container, base)).contains("EntryList");
        }
        assertThat(text).contains("<BaseContainer");
    }

    @RepeatedTest(20)
    void random_definitions_come_back() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            Definition definition = new RandomDefinition(random).next();
            String text = XtceWriter.text(definition);
            try {
                valid(
                        XtceWriter.write(definition, new StringWriter()),
                        text,
                        "seed " + seed + ", round " + round + ": " + text);
                Definition back = XtceReader.read(text, "d.xml");
                assertThat(back)
                        .as("seed %d, round %d:%n%s", seed, round, text)
                        .isEqualTo(definition);
            } catch (DefinitionException e) {
                fail("seed " + seed + ", round " + round + ": " + e.problems() + "\n" + text);
            }
        }
    }

    @Test
    void what_the_schema_does_not_allow_is_told_and_comes_back() throws Exception {
        Definition labels =
                of(
                        new ParameterType.OfEnumeration(
                                common(),
                                new DataEncoding.OfFloat(
                                        32,
                                        DataEncoding.FloatKind.IEEE754,
                                        ByteOrder.MOST_SIGNIFICANT_FIRST,
                                        BitOrder.MOST_SIGNIFICANT_FIRST,
                                        Calibration.NONE),
                                List.of(new ParameterType.Label("1.5", Optional.empty(), "A")),
                                io.tcsstamp.definition.Alarms.NONE),
                        "P");
        Definition name = of(new ParameterType.OfBinary(common(), U8), "A.B[1]");

        assertThat(codes(labels)).containsExactly("NOT_IN_SCHEMA");
        assertThat(Xtce.read(XtceWriter.text(labels))).isEqualTo(labels);
        assertThat(codes(name)).containsExactly("NOT_IN_SCHEMA");
        assertThat(Xtce.read(XtceWriter.text(name))).isEqualTo(name);
    }

    @Test
    void what_the_document_cannot_say_is_told() throws Exception {
        ParameterType size =
                new ParameterType.OfBinary(
                        common(),
                        new DataEncoding.OfBinary(
                                new IntegerValue.Lookup(
                                        List.of(
                                                new IntegerValue.Row(
                                                        8,
                                                        new io.tcsstamp.definition.MatchCriteria
                                                                .Comparison(
                                                                new ParameterRef("/S/P", true),
                                                                io.tcsstamp.definition.MatchCriteria
                                                                        .Operator.EQ,
                                                                "1"))),
                                        Optional.of(16L))));
        ParameterType charset =
                new ParameterType.OfString(
                        common(),
                        new DataEncoding.OfString(
                                "ISO-8859-15",
                                ByteOrder.MOST_SIGNIFICANT_FIRST,
                                new IntegerValue.Fixed(8),
                                new TextExtent.Whole()));
        ParameterType control = new ParameterType.OfBoolean(common(), U8, "\u0001", "0");

        assertThat(codes(of(size, "P"))).containsExactly("NOT_EXPRESSIBLE");
        assertThat(codes(of(charset, "P"))).containsExactly("NOT_EXPRESSIBLE");
        assertThat(codes(of(control, "P"))).containsExactly("NOT_EXPRESSIBLE");
    }

    @Test
    void conditions_that_mean_the_same_are_written_in_their_simplest_form() {
        String nested =
                Xtce.withCriteria(
                        "<BooleanExpression><ANDedConditions><ANDedConditions>"
                                + "<Condition><ParameterInstanceRef parameterRef='A'/>"
                                + "<ComparisonOperator>==</ComparisonOperator><Value>1</Value>"
                                + "</Condition></ANDedConditions></ANDedConditions>"
                                + "</BooleanExpression>");

        assertThat(XtceWriter.text(Xtce.read(nested)))
                .contains("<Comparison parameterRef=\"A\" value=\"1\"/>");
    }
}
