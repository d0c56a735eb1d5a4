package io.tcsstamp.definition.xtce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.DataEncoding;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.Problem;
import java.util.List;

/** Small documents, and what comes out of them. */
final class Xtce {
    static final String URI = "http://www.omg.org/spec/XTCE/20180204";

    /** A type U8 and parameters A and B of it. */
    static final String U8 =
            "<IntegerParameterType name='U8'><IntegerDataEncoding sizeInBits='8'/>"
                    + "</IntegerParameterType>";

    static final String A_AND_B =
            "<Parameter name='A' parameterTypeRef='U8'/><Parameter name='B'"
                    + " parameterTypeRef='U8'/>";

    private Xtce() {}

    /** A SpaceSystem S. */
    static String document(String types, String parameters, String containers) {
        return system("S", types, parameters, containers, "");
    }

    /** A SpaceSystem with others in it. */
    static String system(
            String name, String types, String parameters, String containers, String nested) {
        return "<SpaceSystem name='"
                + name
                + "'"
                + (name.equals("S") ? " xmlns='" + URI + "'" : "")
                + "><TelemetryMetaData><ParameterTypeSet>"
                + types
                + "</ParameterTypeSet><ParameterSet>"
                + parameters
                + "</ParameterSet><ContainerSet>"
                + containers
                + "</ContainerSet></TelemetryMetaData>"
                + nested
                + "</SpaceSystem>";
    }

    /** A container of the name that holds these entries. */
    static String container(String name, String entries) {
        return "<SequenceContainer name='"
                + name
                + "'><EntryList>"
                + entries
                + "</EntryList></SequenceContainer>";
    }

    /** Entries of parameters. */
    static String entries(String... parameters) {
        StringBuilder entries = new StringBuilder();
        for (String parameter : parameters) {
            entries.append("<ParameterRefEntry parameterRef='").append(parameter).append("'/>");
        }
        return entries.toString();
    }

    /** A document with one type more, of the name T, in the packet after A and B. */
    static String withType(String type) {
        return document(
                U8 + type,
                A_AND_B + "<Parameter name='X' parameterTypeRef='T'/>",
                container("TEST", entries("A", "B", "X")));
    }

    /** A document with A and B and a container TEST as given. */
    static String withContainer(String container) {
        return document(U8, A_AND_B, container);
    }

    /** A document with A and B in TEST, and a condition under which X is. */
    static String withCriteria(String criteria) {
        return withContainer(
                container("TEST", entries("A", "B"))
                        + "<SequenceContainer name='X'><EntryList/><BaseContainer"
                        + " containerRef='TEST'><RestrictionCriteria>"
                        + criteria
                        + "</RestrictionCriteria></BaseContainer></SequenceContainer>");
    }

    static Definition read(String document) {
        try {
            return XtceReader.read(document, "d.xml");
        } catch (DefinitionException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    /** Reads as a large document is read: twice, with nothing kept. */
    static Definition readTwice(String document) throws Exception {
        return XtceReader.read(document, "d.xml", Long.MAX_VALUE, 0);
    }

    /** The type T. */
    static ParameterType type(String type) {
        return read(withType(type)).types().get("/S/T");
    }

    /** The encoding that stands in an integer type. */
    static DataEncoding encoding(String encoding) {
        return ((ParameterType.Scalar)
                        type(
                                "<IntegerParameterType name='T'>"
                                        + encoding
                                        + "</IntegerParameterType>"))
                .encoding();
    }

    static Container container(Definition definition, String name) {
        return definition.container(name);
    }

    /** The problems of a document. */
    static List<Problem> problems(String document) {
        DefinitionException refused =
                catchThrowableOfType(
                        DefinitionException.class, () -> XtceReader.read(document, "d.xml"));
        assertThat(refused).as("refused: %s", document).isNotNull();
        return refused.problems();
    }

    /**
     * Demands one error of a code where {@code @@} stands in the document.
     *
     * @return the error's message
     */
    static String refused(String marked, String code) {
        int at = marked.indexOf("@@");
        assertThat(at).as("a mark in %s", marked).isNotNegative();
        String before = marked.substring(0, at);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = at - before.lastIndexOf('\n');
        List<Problem> problems = problems(marked.replace("@@", ""));
        assertThat(problems).as(marked).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.toString())
                .as("%s", problem)
                .startsWith("d.xml:" + line + ":" + column + ": error: ");
        assertThat(problem.code()).as("%s", problem).isEqualTo(code);
        return problem.message();
    }
}
