package io.tcsstamp.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.definition.Problem;
import io.tcsstamp.definition.xtce.XtceValidation;
import io.tcsstamp.definition.xtce.XtceValidation.Level;
import io.tcsstamp.definition.xtce.schema.SchemaFile;
import io.tcsstamp.definition.xtce.schema.XtceSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Validation of documents: valid or not, and which codes. The cases that name an XSD are checked
 * against the XSD of the folder, where it is there, and by this program's own knowledge; the others
 * by the latter alone.
 */
class XtceValidateConformanceIT {
    private static final Path XSD = XtceCases.folder().resolve("SpaceSystem.xsd");

    private final List<String> failures = new ArrayList<>();
    private SchemaFile schema;

    @Test
    void documents_are_judged_as_the_cases_say() throws Exception {
        List<JsonNode> cases = XtceCases.load("validate");
        for (JsonNode one : cases) {
            if (!one.hasNonNull("expected")) {
                refused(one);
            } else if (XtceCases.isNormative(one)) {
                judged(one);
            }
        }
        XtceCases.report("validate", cases.size(), failures);
    }

    private void judged(JsonNode one) throws Exception {
        Level level = Level.of(one.path("level").asText());
        boolean valid = one.path("expected").path("valid").asBoolean();
        Set<String> codes = new TreeSet<>();
        one.path("expected").path("errors").forEach(e -> codes.add(e.path("code").asText()));
        List<Problem> own = errors(XtceValidation.of(level), one);
        if (!one.hasNonNull("xsd")) {
            compare(one, "own", codes, codes(own), own);
            return;
        }
        compare(one, "own", valid, own.isEmpty(), own);
        if (Files.exists(XSD)) {
            schema = schema == null ? SchemaFile.load(XSD) : schema;
            List<Problem> theirs = errors(XtceValidation.of(level).against(schema), one);
            compare(one, "xsd", codes, codes(theirs), theirs);
        }
    }

    /** Malformed documents and wrong levels. */
    private void refused(JsonNode one) {
        try {
            List<Problem> errors =
                    errors(XtceValidation.of(Level.of(one.path("level").asText())), one);
            compare(one, "own", true, !errors.isEmpty(), errors);
        } catch (IllegalArgumentException e) {
            compare(one, "level", true, e.getMessage().contains("schema"), List.of());
        }
    }

    private void compare(
            JsonNode one, String by, Object expected, Object got, List<Problem> problems) {
        if (!expected.equals(got)) {
            failures.add(
                    "%s (%s): expected %s, got %s: %s"
                            .formatted(one.path("id").asText(), by, expected, got, problems));
        }
    }

    private static List<Problem> errors(XtceValidation validation, JsonNode one) {
        return validation.check(one.path("xtce").asText(), "case.xml").stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    private static Set<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void own_knowledge_agrees_with_the_xsd_on_all_documents() throws Exception {
        List<JsonNode> cases = XtceCases.load("decode");
        int judged = 0;
        for (JsonNode one : cases) {
            if (one.has("xsd_valid")) {
                judged++;
                List<Problem> problems =
                        XtceSchema.check(one.path("xtce").asText(), one.path("id").asText());
                boolean valid = one.path("xsd_valid").asBoolean();
                compare(one, "own", valid, problems.isEmpty(), problems);
            }
        }
        assumeTrue(judged > 0, "no case says xsd_valid");
        XtceCases.report("decode (valid by the schema)", judged, failures);
    }
}
