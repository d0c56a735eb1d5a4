package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the metrics of a running bridge say is what STAMP gets. */
@Timeout(60)
class MetricsTest {
    @TempDir Path home;

    @Test
    void aValueIsTheSameInTheMetricsAndAtStamp() throws Exception {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("integer", "42");
        numbers.put("negative", "-82.3291");
        numbers.put("exponent", "1.25E-07");
        numbers.put("plus", "+3");
        numbers.put("large", "123456789012345678901234567890");
        numbers.put("zeros", "0007.50");
        numbers.put("infinite", "-Infinity");
        Map<String, String> others = new LinkedHashMap<>();
        others.put("text", "N/A");
        others.put("none", "NaN");
        others.put("hex", "0x1F");
        others.put("grouped", "1_000");
        others.put("comma", "1,5");
        others.put("empty", "");
        try (ManagementRig rig = new ManagementRig(home, "").awaitPort()) {
            numbers.forEach((name, value) -> rig.tcs.send(block(entry("01", name, value))));
            others.forEach((name, value) -> rig.tcs.send(block(entry("01", name, value))));
            rig.awaitLines(numbers.size() + others.size());

            Exposition metrics = rig.scrape();
            Map<String, Double> shown = new LinkedHashMap<>();
            metrics.of("tcsstamp_parameter")
                    .forEach(s -> shown.put(s.labels().get("parameter"), s.value()));
            assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(numbers.keySet());
            for (String line : rig.bridge.lines()) {
                String[] fields = line.split("\t", -1);
                if (numbers.containsKey(fields[1])) {
                    assertThat(shown.get(fields[1]))
                            .as(line)
                            .isEqualTo(Double.parseDouble(fields[3]));
                }
            }
            assertThat(metrics.value("tcsstamp_parameters_held")).isEqualTo(13);
        }
    }

    @Test
    void unitsAndNamesAreThoseOfTheInstrument() throws Exception {
        try (ManagementRig rig = new ManagementRig(home, "").awaitPort()) {
            rig.tcs.send(
                    block(
                            entry("01", "ch1_tav", "-82.5 ºC"),
                            entry("01", "ch1_iout", "1.1 A [1.4 Apk]"),
                            entry("01", "a \"name\" with \\ and {x=\"y\"} ºß", "1")));
            rig.awaitLines(3);

            Exposition metrics = rig.scrape();
            assertThat(metrics.of("tcsstamp_parameter"))
                    .extracting(Exposition.Sample::labels)
                    .containsExactlyInAnyOrder(
                            Map.of("parameter", "ch1_tav", "source", "tcs", "unit", "ºC"),
                            Map.of("parameter", "ch1_iout", "source", "tcs", "unit", "A"),
                            Map.of(
                                    "parameter",
                                    "a \"name\" with \\ and {x=\"y\"} ºß",
                                    "source",
                                    "tcs",
                                    "unit",
                                    ""));
            assertThat(metrics.value("tcsstamp_parameter", "parameter", "ch1_iout")).isEqualTo(1.1);
        }
    }

    @Test
    void valuesGetStaleAndAreBounded() throws Exception {
        try (ManagementRig rig =
                new ManagementRig(home, "", "metrics.stale", "2", "metrics.max-series", "3")
                        .awaitPort()) {
            rig.tcs.send(
                    block(
                            entry("01", "a", "1"),
                            entry("01", "b", "1"),
                            entry("01", "c", "1"),
                            entry("01", "d", "1")));
            rig.awaitLines(4);
            Exposition metrics = rig.scrape();
            assertThat(metrics.of("tcsstamp_parameter")).hasSize(3);
            assertThat(metrics.value("tcsstamp_parameters_limit")).isEqualTo(3);
            assertThat(metrics.value("tcsstamp_parameters_unheld_total", "reason", "limit"))
                    .isEqualTo(1);

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> rig.scrape().of("tcsstamp_parameter").isEmpty());
            rig.tcs.send(block(entry("02", "e", "5")));
            rig.awaitLines(5);
            await().until(() -> rig.scrape().of("tcsstamp_parameter").size() == 1);
        }
    }

    @Test
    void theBooksAddUp() throws Exception {
        try (ManagementRig rig = new ManagementRig(home, "").awaitPort()) {
            for (int i = 1; i <= 5; i++) {
                rig.tcs.send(block(entry("0" + i, "a", "1"), "garbage", entry("0" + i, "b", "2")));
            }
            rig.awaitLines(10);
            await().until(
                            () ->
                                    rig.scrape()
                                            .value(
                                                    "tcsstamp_lines_accepted_total",
                                                    "destination",
                                                    "stamp"),
                            accepted -> accepted == 10);

            Exposition metrics = rig.scrape();
            String tcs = rig.tcs.endpoint();
            assertThat(metrics.value("tcsstamp_records_read_total", "source", "tcs")).isEqualTo(15);
            assertThat(metrics.value("tcsstamp_records_quarantined_total", "source", "tcs"))
                    .isEqualTo(5);
            assertThat(metrics.value("tcsstamp_records_forwarded_total", "source", "tcs"))
                    .isEqualTo(10);
            assertThat(metrics.value("tcsstamp_quarantine_records_total")).isEqualTo(5);
            assertThat(metrics.value("tcsstamp_quarantine_bytes_total")).isEqualTo(35);
            assertThat(metrics.value("tcsstamp_link_up", "end", "TCS", "address", tcs))
                    .isEqualTo(1);
            assertThat(metrics.value("tcsstamp_link_changed_timestamp_seconds", "end", "TCS"))
                    .isBetween(1.7e9, System.currentTimeMillis() / 1000.0);
            assertThat(metrics.value("tcsstamp_spool_limit_bytes", "destination", "stamp"))
                    .isEqualTo(1073741824);
            assertThat(
                            metrics.value("tcsstamp_lines_confirmed_total", "destination", "stamp")
                                    + metrics.value(
                                            "tcsstamp_lines_spooled", "destination", "stamp"))
                    .isEqualTo(10);
        }
    }

    @Test
    void everyMetricOfOursHasHelpAndPromtoolReadsThemAll() throws Exception {
        String text;
        try (ManagementRig rig = new ManagementRig(home, "").awaitPort()) {
            rig.tcs.send(block(entry("01", "ch1_tav", "-82.5 ºC"), entry("01", "\"\\", "1")));
            rig.awaitLines(2);
            text = rig.get("/observe/metrics").body();
        }
        Exposition metrics = Exposition.read(text);
        assertThat(metrics.families().stream().filter(name -> name.startsWith("tcsstamp")))
                .hasSizeGreaterThan(25)
                .allSatisfy(name -> assertThat(metrics.help(name)).endsWith("."));

        assumeThat(Path.of("/usr/bin/promtool"))
                .as("promtool, of Debian's package prometheus, is not installed")
                .isExecutable();
        List<String> findings = promtool(text);
        assertThat(findings).filteredOn(line -> line.startsWith("tcsstamp")).isEmpty();
        assertThat(findings).noneMatch(line -> line.contains("error while linting"));
    }

    private List<String> promtool(String text) throws IOException, InterruptedException {
        Path scrape = home.resolve("scrape");
        Files.writeString(scrape, text);
        Process promtool =
                new ProcessBuilder("/usr/bin/promtool", "check", "metrics")
                        .redirectInput(scrape.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor(20, TimeUnit.SECONDS)).isTrue();
        // 3 where it would like other names or helps, which Camel's and the JVM's have not
        assertThat(promtool.exitValue()).as(said).isIn(0, 3);
        return said.lines().toList();
    }
}
