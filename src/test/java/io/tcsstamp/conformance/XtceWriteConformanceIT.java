package io.tcsstamp.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.DefinitionException;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.definition.xtce.XtceWriter;
import io.tcsstamp.definition.xtce.schema.SchemaFile;
import io.tcsstamp.definition.xtce.schema.XtceSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every definition that can be read is written so that it reads back equal, which decodes alike;
 * the document is valid by the schema, or what the schema does not allow is told.
 */
class XtceWriteConformanceIT {
    private static final Path PUBLISHED = XtceCases.folder().resolve("SpaceSystem.xsd");

    @TempDir Path folder;
    private final List<String> failures = new ArrayList<>();

    @Test
    void written_definitions_are_valid_and_come_back() throws Exception {
        List<JsonNode> cases = XtceCases.load("decode");
        SchemaFile schema = Files.exists(PUBLISHED) ? SchemaFile.load(PUBLISHED) : null;
        int written = 0;
        for (JsonNode one : cases) {
            try {
                Definition read = XtceReader.read(one.get("xtce").asText(), "read");
                write(one.get("id").asText(), read, schema);
                written++;
            } catch (DefinitionException e) {
                // what cannot be read is the business of decoding
            }
        }
        assumeTrue(written > 0, "no definition could be read");
        XtceCases.report("decode (written)", written, failures);
    }

    private void write(String id, Definition definition, SchemaFile schema) throws IOException {
        StringWriter writer = new StringWriter();
        List<Problem> told = XtceWriter.write(definition, writer);
        String document = writer.toString();
        if (told.isEmpty()) {
            fail(id, XtceSchema.check(document, "written"));
            if (schema != null) {
                Path file = Files.writeString(folder.resolve("written.xml"), document);
                fail(id, schema.check(file));
            }
        }
        if (told.stream().anyMatch(p -> p.code().equals("NOT_EXPRESSIBLE"))) {
            failures.add(id + ": " + told);
        }
        try {
            if (!XtceReader.read(document, "written").equals(definition)) {
                failures.add(id + ": what was written does not come back: " + document);
            }
        } catch (DefinitionException e) {
            failures.add(id + ": what was written is refused: " + e.problems());
        }
    }

    private void fail(String id, List<Problem> problems) {
        if (!problems.isEmpty()) {
            failures.add(id + ": " + problems);
        }
    }
}
