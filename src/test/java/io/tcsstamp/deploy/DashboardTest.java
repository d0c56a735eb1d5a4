package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard is one that Grafana takes, as far as that can be known without it. */
class DashboardTest {
    private static final int COLUMNS = 24;

    private final Dashboard dashboard;

    DashboardTest() throws IOException {
        dashboard = Dashboard.read();
    }

    @Test
    void panels_have_numbers_of_their_own_and_do_not_overlap() {
        Set<Integer> ids = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : dashboard.tree().get("panels")) {
            JsonNode place = panel.get("gridPos");
            assertThat(ids.add(panel.get("id").asInt()))
                    .as("id of %s", panel.get("title"))
                    .isTrue();
            assertThat(place.get("x").asInt() + place.get("w").asInt())
                    .isLessThanOrEqualTo(COLUMNS);
            for (int x = 0; x < place.get("w").asInt(); x++) {
                for (int y = 0; y < place.get("h").asInt(); y++) {
                    String cell = (place.get("x").asInt() + x) + "," + (place.get("y").asInt() + y);
                    assertThat(taken.add(cell)).as("%s at %s", panel.get("title"), cell).isTrue();
                }
            }
        }
    }

    @Test
    void it_shows_what_is_chosen_and_asks_the_chosen_source() {
        assertThat(dashboard.targets())
                .hasSizeGreaterThan(20)
                .allMatch(target -> target.expression().contains("instance=~\"$instance\""));
        for (JsonNode panel : dashboard.tree().get("panels")) {
            if (panel.has("targets")) {
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            }
        }
    }

    @Test
    void promtool_can_read_its_expressions(@TempDir Path folder) throws Exception {
        assumeTrue(Tool.exists("promtool"), "skipped, no promtool is installed here");
        ObjectNode rules = StrictYaml.MAPPER.createObjectNode();
        ObjectNode group = rules.putArray("groups").addObject().put("name", "dashboard");
        ArrayNode list = group.putArray("rules");
        List<String> expressions = new ArrayList<>();
        for (Dashboard.Target target : dashboard.targets()) {
            String expression = target.expression().replaceAll("\\$__(rate_interval|range)", "5m");
            expressions.add(expression);
            list.addObject().put("record", "panel:" + expressions.size()).put("expr", expression);
        }
        Files.writeString(
                folder.resolve("rules.yaml"), StrictYaml.MAPPER.writeValueAsString(rules));

        Tool.Result result = Tool.run(folder, "promtool", "check", "rules", "rules.yaml");

        assertThat(result.code()).as(result.both()).isZero();
        assertThat(result.both()).contains(expressions.size() + " rules found");
    }
}
