package io.tcsstamp.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tcsstamp.definition.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** Problems as JSON. Stateless. */
final class ProblemJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {}

    /** An object on one line. */
    static String of(Problem problem) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = JSON.createGenerator(text)) {
            to.writeStartObject();
            to.writeStringField("file", problem.location().source());
            to.writeNumberField("line", problem.location().line());
            to.writeNumberField("column", problem.location().column());
            to.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
            to.writeStringField("code", problem.code());
            to.writeStringField("message", problem.message());
            to.writeStringField("path", problem.path());
            to.writeEndObject();
        }
        return text.toString();
    }
}
