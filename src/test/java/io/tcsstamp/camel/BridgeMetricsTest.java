package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Condition.Level;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolOptions;
import io.tcsstamp.telemetry.HousekeepingOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes later is shown too, and what goes is not. */
class BridgeMetricsTest {
    @TempDir Path folder;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private BridgeMonitor monitor;
    private BridgeMetrics metrics;

    @BeforeEach
    void create() {
        Quarantine quarantine = new Quarantine(folder, 1 << 20, Clock.systemUTC());
        monitor = new BridgeMonitor(quarantine, link -> {});
        metrics =
                new BridgeMetrics(
                        registry,
                        monitor,
                        new HousekeepingTables(HousekeepingOptions.defaults(), monitor, null),
                        new BridgeHealth(monitor, Duration.ofSeconds(60), Clock.systemUTC()),
                        null);
        metrics.refresh();
    }

    private Exposition scrape() {
        metrics.refresh();
        return Exposition.read(registry.scrape("text/plain; version=0.0.4; charset=utf-8"));
    }

    @Test
    void sourcesSpoolsAndLinksThatComeLater() throws Exception {
        assertThat(scrape().families()).noneMatch(name -> name.startsWith("tcsstamp_records"));

        monitor.source("late").read(7);
        monitor.addLink("TCS", "late:6666").up();
        try (Spool spool = Spool.open("late", SpoolOptions.inMemory(1000))) {
            monitor.addSpool("late", spool);
            spool.append("a\n".getBytes(), 1, 0, 0);

            Exposition shown = scrape();
            assertThat(shown.value("tcsstamp_records_read_total", "source", "late")).isEqualTo(7);
            assertThat(shown.value("tcsstamp_link_up", "address", "late:6666")).isEqualTo(1);
            assertThat(shown.value("tcsstamp_lines_spooled", "destination", "late")).isEqualTo(1);
            assertThat(shown.value("tcsstamp_spool_size_bytes", "destination", "late"))
                    .isEqualTo(2);
            assertThat(shown.value("tcsstamp_spool_limit_bytes", "destination", "late"))
                    .isEqualTo(1000);
            assertThat(shown.value("tcsstamp_health_up", "part", "spool-late")).isEqualTo(1);
        }
    }

    @Test
    void theReadinessAsAWholeIsShown() {
        AtomicBoolean ready = new AtomicBoolean(true);
        metrics.showReady(ready::get);
        assertThat(scrape().value("tcsstamp_ready")).isEqualTo(1);
        ready.set(false);
        assertThat(scrape().value("tcsstamp_ready")).isZero();
    }

    @Test
    void ofTwoLinksToOneEndTheLastIsShown() {
        Link old = monitor.addLink("TCS", "a:1");
        old.up();
        assertThat(scrape().value("tcsstamp_link_up", "end", "TCS")).isEqualTo(1);

        Link next = monitor.addLink("TCS", "a:1");
        assertThat(scrape().value("tcsstamp_link_up", "end", "TCS")).isZero();
        next.up();
        old.down("gone");
        assertThat(scrape().value("tcsstamp_link_up", "end", "TCS")).isEqualTo(1);
    }

    @Test
    void silentAndStalledLinksAreTold() {
        Link link = monitor.addLink("TCS", "a:1");
        link.up();
        link.silent(Instant.now(), true);
        link.stalled(Instant.now());

        Exposition shown = scrape();
        assertThat(shown.value("tcsstamp_link_silent", "end", "TCS")).isEqualTo(1);
        assertThat(shown.value("tcsstamp_link_stalled", "end", "TCS")).isEqualTo(1);
        assertThat(shown.value("tcsstamp_health_degraded", "part", "link-tcs-a:1")).isEqualTo(1);
    }

    @Test
    void partsOfTheHealthComeAndChange() {
        AtomicReference<Level> level = new AtomicReference<>(Level.DOWN);
        monitor.addPart("own", () -> new Condition("own", level.get(), "why", Map.of()));
        assertThat(scrape().value("tcsstamp_health_up", "part", "own")).isZero();

        level.set(Level.UP);
        assertThat(scrape().value("tcsstamp_health_up", "part", "own")).isEqualTo(1);
        assertThat(scrape().value("tcsstamp_health_degraded", "part", "own")).isZero();
    }

    @Test
    void hostileNamesAreLabelsLikeOthers() {
        String name = "a\"} 1\n# TYPE x gauge\nx{y=\"\\\u20ac";
        monitor.source(name).read(1);
        monitor.addLink("TCS", name);

        Exposition shown = scrape();
        assertThat(shown.value("tcsstamp_records_read_total", "source", name)).isEqualTo(1);
        assertThat(shown.value("tcsstamp_link_up", "address", name)).isZero();
        assertThat(shown.families()).doesNotContain("x");
    }
}
