package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the Prometheus operator requires of its own resources, and which fields of them are used
 * here: there are no models of them to read them into. Stateless.
 */
final class CustomResource {
    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec");
    private static final Set<String> METADATA = Set.of("name", "namespace", "labels");
    private static final String DURATION = "([0-9]+(ms|[smhdwy]))+";

    private CustomResource() {}

    /** Fails where something is missing, or unknown. */
    static void check(Manifest manifest) {
        JsonNode tree = manifest.tree();
        fields(manifest, "", tree, TOP, TOP);
        fields(manifest, "metadata", tree.get("metadata"), Set.of("name"), METADATA);
        switch (manifest.type()) {
            case "monitoring.coreos.com/v1 ServiceMonitor" -> serviceMonitor(manifest);
            case "monitoring.coreos.com/v1 PrometheusRule" -> prometheusRule(manifest);
            default -> throw new AssertionError(manifest + ": nothing is known of this kind");
        }
    }

    private static void serviceMonitor(Manifest manifest) {
        JsonNode spec = manifest.tree().get("spec");
        Set<String> known = Set.of("selector", "endpoints", "namespaceSelector", "jobLabel");
        fields(manifest, "spec", spec, Set.of("selector", "endpoints"), known);
        fields(
                manifest,
                "spec.selector",
                spec.get("selector"),
                Set.of("matchLabels"),
                Set.of("matchLabels"));
        assertThat(spec.get("endpoints").isArray()).as("%s: endpoints", manifest).isTrue();
        assertThat(spec.get("endpoints")).as("%s: endpoints", manifest).isNotEmpty();
        for (JsonNode endpoint : spec.get("endpoints")) {
            Set<String> fields = Set.of("port", "path", "interval", "scrapeTimeout");
            fields(manifest, "spec.endpoints[]", endpoint, Set.of("port", "path"), fields);
            for (String duration : Set.of("interval", "scrapeTimeout")) {
                assertThat(endpoint.get(duration).asText()).as(duration).matches(DURATION);
            }
        }
    }

    private static void prometheusRule(Manifest manifest) {
        JsonNode spec = manifest.tree().get("spec");
        fields(manifest, "spec", spec, Set.of("groups"), Set.of("groups"));
        assertThat(spec.get("groups")).as("%s: groups", manifest).isNotEmpty();
        for (JsonNode group : spec.get("groups")) {
            Set<String> known = Set.of("name", "rules", "interval");
            fields(manifest, "spec.groups[]", group, Set.of("name", "rules"), known);
            for (JsonNode rule : group.get("rules")) {
                Set<String> fields = Set.of("alert", "expr", "for", "labels", "annotations");
                Set<String> required = Set.of("alert", "expr", "labels", "annotations");
                fields(manifest, "rule " + rule.path("alert"), rule, required, fields);
                if (rule.has("for")) {
                    assertThat(rule.get("for").asText()).as("for").matches(DURATION);
                }
            }
        }
    }

    private static void fields(
            Manifest manifest, String where, JsonNode node, Set<String> required, Set<String> all) {
        assertThat(node).as("%s: %s", manifest, where).isNotNull();
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        assertThat(names).as("%s: fields of %s", manifest, where).containsAll(required);
        assertThat(all).as("%s: fields known of %s", manifest, where).containsAll(names);
    }
}
