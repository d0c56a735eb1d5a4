package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The alert rules are right, fire when they should, and say what to do. */
class AlertRulesTest {
    private static final Path CASES =
            Folders.project().resolve("src/test/resources/io/tcsstamp/deploy/alerts-test.yaml");

    private static final Path SITE_CASES = CASES.resolveSibling("alerts-site-test.yaml");

    static List<AlertRule> rules() throws IOException {
        return AlertRule.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_says_how_bad_it_is_and_where_it_is_explained(AlertRule rule) throws IOException {
        assertThat(rule.severity()).isIn("critical", "warning");
        assertThat(rule.annotations())
                .containsOnlyKeys("summary", "description", "runbook")
                .containsEntry("runbook", "docs/operations.md#" + rule.anchor());
        assertThat(rule.annotations().get("description")).contains("{{ $labels.instance }}");
        assertThat(Files.readAllLines(Folders.project().resolve("docs/operations.md")))
                .as("sections of docs/operations.md")
                .contains("### " + rule.name());
    }

    @Test
    void no_alert_is_explained_that_there_is_not() throws IOException {
        List<String> names = AlertRule.all().stream().map(AlertRule::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(Folders.project().resolve("docs/operations.md")))
                .filteredOn(line -> line.startsWith("### TcsStamp"))
                .extracting(line -> line.substring("### ".length()))
                .containsExactlyElementsOf(names);
    }

    @Test
    void each_is_tested_to_fire() throws IOException {
        Set<String> fired = new TreeSet<>();
        for (JsonNode test : StrictYaml.tree(CASES).get("tests")) {
            for (JsonNode alert : test.path("alert_rule_test")) {
                if (!alert.get("exp_alerts").isEmpty()) {
                    fired.add(alert.get("alertname").asText());
                }
            }
        }

        assertThat(AlertRule.all())
                .extracting(AlertRule::name)
                .containsExactlyInAnyOrderElementsOf(fired);
    }

    @Test
    void promtool_finds_nothing_wrong(@TempDir Path folder) throws Exception {
        lay(folder);

        Tool.Result result = Tool.run(folder, "promtool", "check", "rules", "rules.yaml");

        assertThat(result.both()).contains("SUCCESS: " + AlertRule.all().size() + " rules found");
        assertThat(result.code()).isZero();
    }

    @Test
    void they_fire_when_they_should(@TempDir Path folder) throws Exception {
        lay(folder);

        Tool.Result result = Tool.run(folder, "promtool", "test", "rules", "alerts-test.yaml");

        assertThat(result.both()).contains("SUCCESS");
        assertThat(result.code()).as(result.both()).isZero();
    }

    static Stream<Kustomization> overlays() throws IOException {
        return Kustomization.overlays().stream();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void those_of_a_site_are_right_too(Kustomization overlay, @TempDir Path folder)
            throws Exception {
        JsonNode spec = Kustomization.only(overlay.render(), "PrometheusRule").tree().get("spec");
        lay(folder, spec);

        Tool.Result result = Tool.run(folder, "promtool", "check", "rules", "rules.yaml");

        assertThat(result.code()).as(result.both()).isZero();
    }

    @Test
    void those_of_a_site_leave_the_bridges_of_others_alone(@TempDir Path folder) throws Exception {
        Kustomization overlay =
                Kustomization.overlays().stream()
                        .filter(each -> each.folder().endsWith("example-site"))
                        .findFirst()
                        .orElseThrow();
        lay(folder, Kustomization.only(overlay.render(), "PrometheusRule").tree().get("spec"));
        Files.copy(SITE_CASES, folder.resolve(SITE_CASES.getFileName()));

        Tool.Result result =
                Tool.run(folder, "promtool", "test", "rules", SITE_CASES.getFileName().toString());

        assertThat(result.both()).contains("SUCCESS");
        assertThat(result.code()).as(result.both()).isZero();
    }

    private static void lay(Path folder) throws IOException {
        lay(folder, AlertRule.spec());
        Files.copy(CASES, folder.resolve("alerts-test.yaml"));
    }

    private static void lay(Path folder, JsonNode spec) throws IOException {
        assumeTrue(Tool.exists("promtool"), "skipped, no promtool is installed here");
        Files.writeString(folder.resolve("rules.yaml"), StrictYaml.MAPPER.writeValueAsString(spec));
    }
}
