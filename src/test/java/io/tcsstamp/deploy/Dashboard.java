package io.tcsstamp.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the dashboard shows. Immutable. */
record Dashboard(JsonNode tree) {
    /** One curve, or number. */
    record Target(String panel, String expression, String legend) {
        @Override
        public String toString() {
            return panel + ": " + expression;
        }
    }

    static Dashboard read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        return new Dashboard(
                json.readTree(Kustomization.base().folder().resolve("tcs-stamp.json").toFile()));
    }

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (JsonNode panel : tree.get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                targets.add(
                        new Target(
                                panel.get("title").asText(),
                                target.get("expr").asText(),
                                target.get("legendFormat").asText()));
            }
        }
        return targets;
    }

    /** The queries by which Grafana finds what can be chosen. */
    List<String> variables() {
        List<String> queries = new ArrayList<>();
        for (JsonNode variable : tree.at("/templating/list")) {
            if (variable.get("type").asText().equals("query")) {
                queries.add(variable.at("/query/query").asText());
            }
        }
        return queries;
    }
}
