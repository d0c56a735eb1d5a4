package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a newcomer does with the demo: reads where to look, looks there, logs in. With {@code
 * -Dscreenshots=FOLDER} the pages on the way are kept as the pictures of the documentation.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DemoIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Pattern OPERATE =
            Pattern.compile("(http:\\S+)/login as (\\S+) with (\\S+)");
    private static final Pattern METRICS = Pattern.compile("http:\\S+/observe/metrics");
    private static final Pattern HEALTH = Pattern.compile("http:\\S+/observe/health");

    @RegisterExtension private final Rig rig = new Rig();

    @Test
    void the_pages_that_it_names_are_there() throws Exception {
        try (Browser browser = Browser.open()) {
            BridgeProcess demo = demo();
            MatchResult operate = told(demo, OPERATE);
            demo.awaitLog("console: http");
            HawtioPage page = new HawtioPage(browser, operate.group(1));

            page.loggedIn(operate.group(2), operate.group(3));

            page.routes();
            page.wide();
            page.rows(rows -> rows.size() >= 6 && Long.parseLong(rows.get(0).get(4)) > 9);
            keep(browser, "routes");
            page.camel("tcs");
            page.tab("Route Diagram");
            page.diagram(nodes -> nodes.getOrDefault("tcs-unmarshal", 0L) > 0);
            browser.show(".camel-route-diagram");
            keep(browser, "diagram");
            page.bean("Sources/tcs");
            page.wide();
            page.attributes("State", "Started"::equals);
            keep(browser, "source");
            assertThat(page.unfold("stop()")).isTrue();
            page.execute("stop()", "stopped");
            browser.show("#jmx-operation-list");
            keep(browser, "operation");
        }
    }

    /** Starts it with a folder of its own for what is temporary. */
    private BridgeProcess demo(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("demo"));
        arguments.addAll(List.of(options));
        return rig.start(
                Map.of("JAVA_OPTS", "-Djava.io.tmpdir=" + rig.folder()),
                arguments.toArray(String[]::new));
    }

    private static void keep(Browser browser, String name) {
        String folder = System.getProperty("screenshots", "");
        if (!folder.isEmpty()) {
            browser.picture(Folders.project().resolve(folder).resolve("console-" + name + ".png"));
        }
    }

    @Test
    void it_leaves_nothing_behind() throws Exception {
        BridgeProcess demo = demo();
        String console = told(demo, OPERATE).group(1);
        demo.awaitLog("console: " + console);
        String metrics = told(demo, METRICS).group();

        assertThat(get(console + "/")).contains("<title>Hawtio");
        assertThat(get(metrics)).contains("tcsstamp_");
        assertThat(get(told(demo, HEALTH).group())).contains("\"UP\"");
        assertThat(temporary()).hasSize(1);

        demo.signal("INT");

        assertThat(demo.awaitExit(LIMIT)).isEqualTo(130);
        assertThat(temporary()).isEmpty();
    }

    private List<Path> temporary() throws IOException {
        try (Stream<Path> all = Files.list(rig.folder())) {
            return all.filter(path -> path.getFileName().toString().contains("demo")).toList();
        }
    }

    @Test
    void taken_ports_are_left_to_others() throws Exception {
        ServerSocket first = taken(9401);
        ServerSocket second = taken(9402);
        try {
            BridgeProcess demo = demo();

            String console = told(demo, OPERATE).group(1);
            String metrics = told(demo, METRICS).group();

            assertThat(List.of(URI.create(console).getPort(), URI.create(metrics).getPort()))
                    .doesNotContain(9401, 9402);
            demo.awaitLog("console: " + console);
            demo.awaitLog("metrics: " + metrics);
        } finally {
            first.close();
            second.close();
        }
    }

    /** Listens there, if nobody does. */
    private static ServerSocket taken(int port) throws IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            return new ServerSocket();
        }
    }

    @Test
    void it_serves_nothing_where_that_is_asked_for() throws Exception {
        BridgeProcess demo = demo("--no-console", "--no-metrics");

        await().atMost(LIMIT).until(() -> demo.stdout().text().contains("ambient_rtd"));

        assertThat(demo.stderr().text()).doesNotContain("http:");
    }

    private static MatchResult told(BridgeProcess demo, Pattern pattern) {
        return await(pattern.pattern())
                .atMost(LIMIT)
                .until(
                        () -> pattern.matcher(demo.stderr().text()).results().findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
