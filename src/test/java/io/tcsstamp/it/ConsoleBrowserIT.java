package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.console.Role;
import io.tcsstamp.console.UsersFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The console in a real browser, before a bridge that runs: what an operator sees and may do. */
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConsoleBrowserIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PASSWORD = "correct horse";
    private static final String IMAGE = "<img src=x onerror=window.executed='image'>";
    private static final String SCRIPT = "'\"><script>window.executed='script'</script>";
    private static final Pattern URL = Pattern.compile("http://127[.]0[.]0[.]1:\\d+/hawtio");

    /** Hawtio 3.0 names a picture that it does not have. */
    private static final String NO_LOGO = "/hawtio/logo192.png - Failed to load resource";

    private static Rig rig;
    private static Browser browser;
    private static FakeTcs tcs;
    private static FakeStamp stamp;
    private static HawtioPage page;
    private static String url;

    @RegisterExtension
    static final TestWatcher FAILURE =
            new TestWatcher() {
                @Override
                public void testFailed(ExtensionContext context, Throwable cause) {
                    System.err.println(context.getDisplayName() + " failed, " + rig.report());
                }
            };

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.open();
        rig = new Rig();
        tcs = rig.tcs();
        stamp = rig.stamp();
        Path users = rig.folder().resolve("users");
        UsersFile.none().with("operator", Role.ADMIN, PASSWORD.toCharArray()).write(users);
        BridgeProcess bridge =
                rig.start(
                        Map.of(
                                "CONSOLE_ENABLED",
                                "true",
                                "CONSOLE_PORT",
                                "0",
                                "CONSOLE_FOLDER",
                                rig.folder().resolve("console").toString(),
                                "CONSOLE_USERS",
                                users.toString(),
                                // nothing comes but what a test sends
                                "TCS_SILENCE",
                                "0",
                                "TCS_READ_TIMEOUT",
                                "0"),
                        "--tcs",
                        tcs.endpoint(),
                        "--stamp",
                        stamp.endpoint());
        Matcher found = URL.matcher(bridge.awaitLog("console: http"));
        assertThat(found.find()).isTrue();
        url = found.group();
        page = new HawtioPage(browser, url);
        tcs.send(Blocks.blocks(0, 5));
        stamp.awaitLines(5 * Blocks.LINES);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @BeforeEach
    void nobodyIsLoggedIn() throws IOException {
        browser.get("about:blank");
        browser.get(url + "/");
        browser.forget();
        browser.requests();
        browser.complaints();
    }

    @AfterEach
    void nothingLeftTheMachine() throws IOException {
        String origin = url.replace("/hawtio", "/");
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(asked -> asked.startsWith(origin) || asked.startsWith("data:"));
        assertThat(browser.run("return window.executed")).isNull();
    }

    @Test
    void routes_are_listed_with_what_went_through_them() {
        page.routes();

        List<List<String>> rows = page.rows(all -> all.size() >= 5);

        assertThat(rows)
                .extracting(row -> row.get(1))
                .contains("tcs", "housekeeping-each", "deliver", "stamp", "stamp-connect");
        assertThat(rows).extracting(row -> row.get(2)).containsOnly("Started");
        assertThat(browser.complaints()).allMatch(said -> said.contains(NO_LOGO));
    }

    @Test
    void the_diagram_shows_every_step_with_its_count() {
        page.routes();
        page.tab("Route Diagram");
        Map<String, Long> before = page.diagram(nodes -> nodes.getOrDefault("stamp-send", 0L) > 0);

        assertThat(before)
                .containsKeys(
                        "tcs-unmarshal",
                        "tcs-intake",
                        "tcs-housekeeping",
                        "each-table",
                        "each-deliver",
                        "deliver-marshal",
                        "From spool:stamp",
                        "stamp-send")
                .extractingByKeys("tcs-unmarshal", "each-table", "deliver-marshal")
                .allMatch(count -> count > 0);
        assertThat(before.keySet()).anyMatch(label -> label.startsWith("deliver-spools"));

        tcs.send(Blocks.block(5));

        page.diagram(
                nodes ->
                        nodes.get("tcs-unmarshal") > before.get("tcs-unmarshal")
                                && nodes.get("deliver-marshal") > before.get("deliver-marshal")
                                && nodes.get("stamp-send") > before.get("stamp-send"));
        assertThat(browser.complaints()).allMatch(said -> said.contains(NO_LOGO));
    }

    @Test
    void links_spools_sources_and_quarantine_are_shown() {
        page.bean("Bridge");
        page.attributes("Health", "UP"::equals);
        page.bean("Links/TCS " + tcs.endpoint());
        assertThat(page.attributes("State", state -> !state.isEmpty()))
                .containsEntry("End", "TCS")
                .containsEntry("Address", tcs.endpoint())
                .containsEntry("State", "UP");
        page.bean("Links/STAMP " + stamp.endpoint());
        page.attributes("State", "UP"::equals);
        page.bean("Sources/tcs");
        assertThat(page.attributes("RecordsRead", read -> Long.parseLong(read) > 0))
                .containsEntry("State", "Started")
                .containsEntry("RecordsQuarantined", "0");
        page.bean("Spools/stamp");
        page.attributes("LinesAccepted", lines -> Long.parseLong(lines) >= 5 * Blocks.LINES);
        page.bean("Quarantine");
        page.attributes("Records", "0"::equals);
        assertThat(browser.complaints()).allMatch(said -> said.contains(NO_LOGO));
    }

    @Test
    void without_a_login_nothing_can_be_operated() {
        page.bean("Sources/tcs");
        assertThat(page.unfold("stop()")).isFalse();
        assertThat(page.user()).isEqualTo("not logged in");

        for (String request :
                List.of(
                        operation("io.tcsstamp:type=Sources,name=\\\"tcs\\\"", "stop"),
                        operation("io.tcsstamp:type=Bridge", "resetCounters"),
                        operation(
                                "org.apache.camel:context=tcs-stamp,type=routes,name=\\\"tcs\\\"",
                                "stop()"))) {
            assertThat(answer(request)).contains("\"status\":403").doesNotContain("\"value\"");
        }
        assertThat(answer(operation("io.tcsstamp:type=Bridge", "resetCounters")))
                .doesNotContain("Exception:");
        page.bean("Sources/tcs");
        page.attributes("State", "Started"::equals);
    }

    private static String operation(String bean, String name) {
        return "{\"type\":\"exec\",\"mbean\":\"" + bean + "\",\"operation\":\"" + name + "\"}";
    }

    private static String answer(String request) {
        return (String)
                browser.run(
                        "return fetch('/hawtio/jolokia', {method: 'POST', body: arguments[0],"
                                + " headers: {'Content-Type': 'application/json'}})"
                                + ".then(answer => answer.text())",
                        request);
    }

    @Test
    void a_wrong_password_is_told() {
        page.login("operator", "wrong");

        browser.awaitText("Invalid login credentials");
        assertThat(browser.url()).isEqualTo(url + "/login");
    }

    @Test
    void who_is_logged_in_stops_and_starts_a_source() {
        page.loggedIn("operator", PASSWORD);
        page.bean("Sources/tcs");
        assertThat(page.unfold("stop()")).isTrue();
        int connections = tcs.connections();

        page.execute("stop()", "stopped");

        page.tab("Attributes");
        page.attributes("State", "Stopped"::equals);
        page.unfold("start()");
        page.execute("start()", "start");
        page.tab("Attributes");
        page.attributes("State", "Started"::equals);
        await().atMost(LIMIT).until(tcs::connections, now -> now > connections);
        long lines = stamp.lineCount();
        tcs.send(Blocks.block(6));
        stamp.awaitLines(lines + Blocks.LINES);
    }

    @Test
    void who_is_logged_in_resets_counters() {
        page.loggedIn("operator", PASSWORD);
        page.bean("Sources/tcs");
        page.attributes("RecordsRead", read -> Long.parseLong(read) > 0);
        page.unfold("resetCounters()");

        page.execute("resetCounters()", "since");

        page.tab("Attributes");
        page.attributes("RecordsRead", "0"::equals);
        tcs.send(Blocks.block(7));
        page.attributes("RecordsRead", String.valueOf(Blocks.LINES)::equals);
    }

    @Test
    void hostile_names_are_text() {
        long lines = stamp.lineCount();
        String time = "2026/03/01 11:00:00.000 UTC\t";
        tcs.send(Blocks.records(time + IMAGE + "\t1.5", time + SCRIPT + "\t2.5"));
        stamp.awaitLines(lines + 2);

        page.bean("Sources/tcs");
        page.attributes("LatestValues", values -> values.contains(IMAGE));

        // as JSON writes it
        assertThat(browser.text()).contains(IMAGE).contains(SCRIPT.replace("\"", "\\\""));
        assertThat(browser.run("return document.querySelectorAll('img[src=x]').length"))
                .isEqualTo(0L);
    }
}
