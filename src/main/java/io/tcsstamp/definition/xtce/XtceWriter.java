package io.tcsstamp.definition.xtce;

import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a definition as XTCE 1.2. The document is valid by the schema and reads back to an equal
 * definition; where that cannot be, the problems say so: code {@code NOT_IN_SCHEMA} for what is
 * written nevertheless and reads back, {@code NOT_EXPRESSIBLE} for what the document does not say.
 *
 * <pre>{@code
 * List<Problem> lost = XtceWriter.write(definition, Path.of("out.xml"));
 * }</pre>
 *
 * <p>Thread-safe: all methods are static and share nothing.
 */
public final class XtceWriter {
    /** The namespace of XTCE 1.2. */
    public static final String NAMESPACE = "http://www.omg.org/spec/XTCE/20180204";

    private static final String SCHEMA_LOCATION =
            NAMESPACE + " https://www.omg.org/spec/XTCE/20180204/SpaceSystem.xsd";

    private final Output out;

    private XtceWriter(Output out) {
        this.out = out;
    }

    /**
     * Writes a file.
     *
     * @return what the document cannot say, none as a rule
     * @throws IOException if it cannot be written
     */
    public static List<Problem> write(Definition definition, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            return write(definition, writer);
        }
    }

    /**
     * Writes to a writer, which stays open; it should write UTF-8.
     *
     * @return what the document cannot say, none as a rule
     * @throws IOException if it cannot be written
     */
    public static List<Problem> write(Definition definition, Writer writer) throws IOException {
        Output out = new Output(new XmlWriter(writer), definition);
        new XtceWriter(out).system(SystemTree.of(definition), true);
        return List.copyOf(out.problems());
    }

    /** The document as a text. */
    public static String text(Definition definition) {
        StringWriter text = new StringWriter();
        try {
            write(definition, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text has none
        }
        return text.toString();
    }

    private void system(SystemTree system, boolean outermost) throws IOException {
        out.at(system.path());
        out.xml().begin("SpaceSystem");
        if (outermost) {
            out.attribute("xmlns", NAMESPACE);
            out.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
            out.attribute("xsi:schemaLocation", SCHEMA_LOCATION);
        }
        out.attribute("name", out.simple(system.path()));
        out.enter(system.path());
        telemetry(system);
        for (SystemTree nested : system.nested()) {
            system(nested, false);
        }
        out.xml().end();
    }

    private void telemetry(SystemTree system) throws IOException {
        if (system.types().isEmpty()
                && system.parameters().isEmpty()
                && system.containers().isEmpty()) {
            return;
        }
        out.xml().begin("TelemetryMetaData");
        if (!system.types().isEmpty()) {
            out.xml().begin("ParameterTypeSet");
            for (ParameterType type : system.types()) {
                TypeWriter.write(out, type);
            }
            out.xml().end();
        }
        if (!system.parameters().isEmpty()) {
            out.xml().begin("ParameterSet");
            for (Parameter parameter : system.parameters()) {
                parameter(parameter);
            }
            out.xml().end();
        }
        if (!system.containers().isEmpty()) {
            out.xml().begin("ContainerSet");
            for (Container container : system.containers()) {
                ContainerWriter.write(out, container);
            }
            out.xml().end();
        }
        out.xml().end();
    }

    private void parameter(Parameter parameter) throws IOException {
        out.at(parameter.qualifiedName());
        out.xml().begin("Parameter");
        out.described(out.simple(parameter.qualifiedName()), parameter.description());
        out.attribute("parameterTypeRef", out.ref(parameter.typeRef()));
        out.longDescription(parameter.description());
        out.xml().end();
    }
}
