package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator sees of the shipped routes: every step has a name of its own and says why. */
class RouteFilesTest {
    private static final Path ROUTES = TestSettings.project().resolve("routes");

    /** Names of fewer characters are not cut in the diagram. */
    private static final int DRAWN_WHOLE = 20;

    /** A step of a route, with the kind that Camel calls it: to, process, split. */
    private record Step(String file, String kind, JsonNode options) {
        String option(String name) {
            return options.path(name).asText();
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyStepIsDescribed(Path file) throws IOException {
        List<Step> steps = steps(file);

        assertThat(steps).isNotEmpty();
        assertThat(steps)
                .filteredOn(
                        step -> step.option("id").isEmpty() || step.option("description").isEmpty())
                .isEmpty();
    }

    @Test
    void noTwoStepsHaveOneName() throws IOException {
        Map<String, Integer> uses = new TreeMap<>();
        for (Path file : files()) {
            boolean ofSources = file.endsWith("packets.yaml") || file.endsWith("sources.yaml");
            for (Step step : steps(file)) {
                String id = step.option("id");
                if (ofSources) {
                    assertThat(id).startsWith("{{id}}-");
                } else if (!id.startsWith("{{id}}-")) {
                    uses.merge(id, 1, Integer::sum);
                    assertThat(id).hasSizeLessThan(DRAWN_WHOLE);
                }
            }
        }
        assertThat(uses).isNotEmpty();
        assertThat(uses.values()).containsOnly(1);
    }

    /**
     * The diagram of the console leaves marshal and unmarshal out; a data format's endpoint not.
     */
    @Test
    void everyStepIsInTheDiagram() throws IOException {
        for (Path file : files()) {
            assertThat(steps(file)).extracting(Step::kind).doesNotContain("marshal", "unmarshal");
        }
        assertThat(steps(ROUTES.resolve("sources.yaml")))
                .extracting(step -> step.option("uri"))
                .contains("dataformat:{{units}}:unmarshal");
    }

    private static List<Step> steps(Path file) throws IOException {
        List<Step> found = new ArrayList<>();
        collect(file.getFileName().toString(), new YAMLMapper().readTree(file.toFile()), found);
        return found;
    }

    private static void collect(String file, JsonNode node, List<Step> found) {
        for (JsonNode step : node.path("steps")) {
            for (Map.Entry<String, JsonNode> kind : step.properties()) {
                found.add(new Step(file, kind.getKey(), kind.getValue()));
            }
        }
        node.forEach(child -> collect(file, child, found));
    }
}
