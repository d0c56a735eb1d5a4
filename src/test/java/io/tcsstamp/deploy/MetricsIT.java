package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.BridgeProcess;
import io.tcsstamp.it.Folders;
import io.tcsstamp.it.Rig;
import io.tcsstamp.sim.EchoServer;
import io.tcsstamp.sim.Speed;
import io.tcsstamp.sim.TcsSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules, dashboard and document speak of metrics, and labels, that the program really has. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MetricsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern PORT = Pattern.compile("://[^ /]*:([0-9]+)/observe");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{ ?(?:\\$labels\\.)?(\\w+) ?}}");
    private static final Pattern NAMED = Pattern.compile("`(tcsstamp_\\w+)`");

    @RegisterExtension final Rig rig = new Rig();

    @Test
    void what_is_used_is_in_a_scrape() throws Exception {
        Scrape scrape = scrape();

        for (AlertRule rule : AlertRule.all()) {
            uses(scrape, rule.name(), rule.expression());
            for (String text : rule.annotations().values()) {
                labels(scrape, rule.name(), rule.expression(), text);
            }
        }
        for (Dashboard.Target target : Dashboard.read().targets()) {
            uses(scrape, target.toString(), target.expression());
            labels(scrape, target.toString(), target.expression(), target.legend());
        }
        for (String query : Dashboard.read().variables()) {
            uses(scrape, query, query);
        }
        assertThat(documented()).isEqualTo(scrape.names("tcsstamp_"));
    }

    private Scrape scrape() throws Exception {
        try (TcsSimulator tcs = TcsSimulator.builder().speed(Speed.parse("10")).start();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, line -> {})) {
            Map<String, String> environment =
                    Map.of("METRICS_ENABLED", "true", "MANAGEMENT_PORT", "0");
            BridgeProcess bridge =
                    rig.start(environment, "--tcs", tcs.address(), "--stamp", stamp.address());
            Matcher port = PORT.matcher(bridge.awaitLog("/observe"));
            assertThat(port.find()).isTrue();
            // values and ends are there a moment after the start
            return Http.awaitScrape(
                    Integer.parseInt(port.group(1)),
                    LIMIT,
                    "tcsstamp_parameter{",
                    "end=\"TCS\"",
                    "end=\"STAMP\"");
        }
    }

    private static void uses(Scrape scrape, String where, String expression) {
        assertThat(Selector.of(expression))
                .as(where)
                .isNotEmpty()
                .allMatch(scrape::has, "is in a scrape");
    }

    private static void labels(Scrape scrape, String where, String expression, String text) {
        Set<String> known = new TreeSet<>(Scrape.OF_THE_TARGET);
        Selector.of(expression).forEach(each -> known.addAll(scrape.labels(each.metric())));
        Matcher label = LEGEND.matcher(text);
        while (label.find()) {
            assertThat(known).as("labels of %s", where).contains(label.group(1));
        }
    }

    private static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher name =
                NAMED.matcher(Files.readString(Folders.project().resolve("docs/operations.md")));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }
}
