package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.camel.BridgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The settings that ship for a cluster are known ones, and are accepted. */
class ClusterSettingsTest {
    private static final Path BASE = Path.of("k8s/base");
    private static final Pattern LITERAL = Pattern.compile("\\s*(?:# )?- ([A-Z_]+)=(\\S+)");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("(?m)^(?:ENV| {4})\\s*([A-Z_]+)=(\\S+)");

    @Test
    void the_properties_of_the_config_map_are_known_and_accepted() {
        BridgeSettings settings = SettingsLoader.load(BASE, Map.of(), Map.of());

        assertThat(settings.get(SettingsLoader.UNKNOWN)).isEmpty();
        assertThat(settings.get("metrics.enabled")).isEqualTo("true");
        assertThat(settings.get("console.enabled")).isEqualTo("true");
        assertThat(settings.get("management.host")).isEqualTo("0.0.0.0");
    }

    @Test
    void the_console_listens_inside_the_pod_only() {
        BridgeSettings settings = SettingsLoader.load(BASE, Map.of(), Map.of());

        assertThat(settings.get("console.host")).isEqualTo("127.0.0.1");
    }

    @Test
    void the_variables_of_each_site_are_those_of_properties_and_accepted() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("k8s"))) {
            List<Path> kustomizations =
                    files.filter(file -> file.endsWith("kustomization.yaml")).toList();

            assertThat(kustomizations).hasSizeGreaterThan(1).allSatisfy(this::accepted);
        }
    }

    private void accepted(Path kustomization) throws IOException {
        Map<String, String> variables = variables(LITERAL, Files.readString(kustomization));

        assertThat(variables).containsKeys("TCS_ENDPOINT", "STAMP_ENDPOINT");
        accepted(variables);
    }

    @Test
    void the_variables_of_the_image_are_those_of_properties_and_accepted() throws IOException {
        Map<String, String> variables =
                variables(ENVIRONMENT, Files.readString(Path.of("Dockerfile")));

        assertThat(variables).containsKeys("SPOOL_FOLDER", "QUARANTINE_FOLDER", "CONSOLE_FOLDER");
        assertThat(variables.remove("CACHE_FOLDER")).as("the launcher's").isNotNull();
        accepted(variables);
    }

    private static void accepted(Map<String, String> variables) {
        BridgeSettings settings = SettingsLoader.load(BASE, variables, Map.of());

        Map<String, String> properties = new HashMap<>();
        settings.properties()
                .forEach((key, value) -> properties.put(SettingsLoader.variable(key), value));
        assertThat(properties).containsAllEntriesOf(variables);
    }

    private static Map<String, String> variables(Pattern pattern, String text) {
        Map<String, String> variables = new HashMap<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            variables.put(matcher.group(1), matcher.group(2));
        }
        return variables;
    }
}
