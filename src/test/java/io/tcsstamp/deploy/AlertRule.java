package io.tcsstamp.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An alert of the base. Immutable. */
record AlertRule(String name, String expression, String severity, Map<String, String> annotations) {
    static List<AlertRule> all() throws IOException {
        List<AlertRule> rules = new ArrayList<>();
        for (JsonNode group : spec().get("groups")) {
            for (JsonNode rule : group.get("rules")) {
                Map<String, String> annotations = new TreeMap<>();
                rule.get("annotations")
                        .properties()
                        .forEach(each -> annotations.put(each.getKey(), each.getValue().asText()));
                rules.add(
                        new AlertRule(
                                rule.get("alert").asText(),
                                rule.get("expr").asText(),
                                rule.at("/labels/severity").asText(),
                                annotations));
            }
        }
        return rules;
    }

    /** The groups, as Prometheus itself reads them from a file. */
    static JsonNode spec() throws IOException {
        return Kustomization.only(Kustomization.base().resources(), "PrometheusRule")
                .tree()
                .get("spec");
    }

    /** The heading of its section in the document, as an anchor. */
    String anchor() {
        return name.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
