package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reading of expressions, by which others are checked. */
class SelectorTest {
    @Test
    void finds_the_metrics_of_an_expression_and_nothing_else() {
        assertThat(
                        Selector.of(
                                "sum by (area) (rate(a_total{x=\"1\",y=~\"z\"}[5m])) > 0.8 and"
                                        + " on(instance) b == 1 or absent(up{job=\"j\"})"))
                .containsExactly(
                        new Selector("a_total", Map.of("x", "1", "y", "")),
                        new Selector("b", Map.of()),
                        new Selector("up", Map.of("job", "j")));
    }

    @Test
    void reads_the_queries_of_variables() {
        assertThat(Selector.of("label_values(tcsstamp_parameter{source=~\"$s\"}, parameter)"))
                .containsExactly(new Selector("tcsstamp_parameter", Map.of("source", "")));
    }

    @Test
    void a_scrape_has_what_it_has() {
        Scrape scrape = Scrape.of("# HELP a b\na{end=\"TCS\",address=\"x, \\\"y\\\"\"} 1.0\nb 2\n");

        assertThat(scrape.has(new Selector("a", Map.of("end", "TCS", "job", "j")))).isTrue();
        assertThat(scrape.has(new Selector("a", Map.of("end", "STAMP")))).isFalse();
        assertThat(scrape.has(new Selector("a", Map.of("misspelt", "")))).isFalse();
        assertThat(scrape.has(new Selector("b", Map.of()))).isTrue();
        assertThat(scrape.has(new Selector("c", Map.of()))).isFalse();
    }
}
