package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The management port of the real program, with the memory that its launcher gives it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManagementIT {
    private static final int PARAMETERS = 2000;
    private static final Map<String, String> ON =
            Map.of(
                    "METRICS_ENABLED", "true",
                    "MANAGEMENT_PORT", "0",
                    "TCS_SILENCE", "0",
                    "TCS_READ_TIMEOUT", "0");

    @RegisterExtension final Rig rig = new Rig();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private FakeTcs tcs;
    private FakeStamp stamp;
    private BridgeProcess bridge;
    private URI url;

    /** The URL of the metrics, as the log tells it. */
    private static URI metrics(BridgeProcess bridge) {
        String line = bridge.awaitLog("metrics: http://");
        Matcher url = Pattern.compile("http://[^ ,]+/observe/metrics").matcher(line);
        assertThat(url.find()).as(line).isTrue();
        return URI.create(url.group());
    }

    private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(20)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** A bridge between two ends that is watched. */
    private void start() throws Exception {
        tcs = rig.tcs();
        stamp = rig.stamp();
        bridge = rig.start(ON, "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
        url = metrics(bridge);
    }

    /** A block with a value of each of so many parameters. */
    private static byte[] parameters(int count, int value) {
        String[] records = new String[count];
        for (int i = 0; i < count; i++) {
            records[i] = "2026/03/01 10:00:00.250 UTC\tparameter_" + i + "\t" + (value + i) + ".5";
        }
        return Blocks.records(records);
    }

    private static long shown(String metrics) {
        return metrics.lines().filter(line -> line.startsWith("tcsstamp_parameter{")).count();
    }

    @Test
    void thousandScrapesAtOnceAreAnsweredAndNoLineIsLost() throws Exception {
        start();
        tcs.send(parameters(PARAMETERS, 0));
        stamp.awaitLines(PARAMETERS);

        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> sending =
                CompletableFuture.supplyAsync(() -> sendUntil(enough, tcs));
        int refused = 0;
        for (int round = 0; round < 3; round++) {
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                asked.add(
                        client.sendAsync(
                                HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> each : asked) {
                HttpResponse<String> answer = each.get(60, TimeUnit.SECONDS);
                if (answer.statusCode() == 200) {
                    assertThat(shown(answer.body())).isGreaterThanOrEqualTo(PARAMETERS);
                } else {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("retry-after")).contains("1");
                    refused++;
                }
            }
        }
        enough.set(true);
        int blocks = sending.get(60, TimeUnit.SECONDS);

        List<String> lines = stamp.awaitLines(PARAMETERS + (long) blocks * Blocks.LINES);
        assertThat(lines.subList(PARAMETERS, lines.size())).isEqualTo(Blocks.lines(0, blocks));
        assertThat(refused).as("refused of 3000").isLessThanOrEqualTo(2000);
        assertThat(get(url).statusCode()).isEqualTo(200);
        assertThat(bridge.isAlive()).isTrue();
        assertThat(bridge.stderr().text()).doesNotContain("ERROR", "WARN", "OutOf", "Exception");
        long peak = PeakMemory.mebibytes(bridge);
        System.out.printf(
                "1,000 scrapes at once: peak %d MiB, %d of 3,000 refused%n", peak, refused);
        assertThat(peak).as("peak memory in MiB").isLessThan(300);
    }

    private static int sendUntil(AtomicBoolean enough, FakeTcs tcs) {
        int blocks = 0;
        while (!enough.get() && blocks < 200_000) {
            tcs.send(Blocks.blocks(blocks, blocks + 100));
            blocks += 100;
            LockSupport.parkNanos(5_000_000);
        }
        return blocks;
    }

    @Test
    void clientsThatReadNothingDoNotHarm() throws Exception {
        start();
        tcs.send(parameters(PARAMETERS, 0));
        stamp.awaitLines(PARAMETERS);

        try (DeafClients clients = new DeafClients(url.getPort(), 500)) {
            clients.ask("GET /observe/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
            tcs.send(Blocks.blocks(0, 2000));
            stamp.awaitLines(PARAMETERS + 2000L * Blocks.LINES);

            URI live = url.resolve("/observe/health/live");
            assertThat(get(live).statusCode()).isIn(200, 503);
        }
        assertThat(bridge.stderr().text()).doesNotContain("ERROR", "OutOf", "Exception");
        assertThat(PeakMemory.mebibytes(bridge)).as("peak memory in MiB").isLessThan(300);
    }

    @Test
    void aScrapeOfTwoThousandParametersTakesMilliseconds() throws Exception {
        start();
        double[] millis = new double[60];
        for (int i = 0; i < millis.length; i++) {
            tcs.send(parameters(PARAMETERS, i));
            stamp.awaitLines((i + 1L) * PARAMETERS);
            long start = System.nanoTime();
            String text = get(url).body();
            millis[i] = (System.nanoTime() - start) / 1e6;
            assertThat(shown(text)).isEqualTo(PARAMETERS);
            assertThat(text)
                    .contains("{parameter=\"parameter_0\",source=\"tcs\",unit=\"\"} " + i + ".5");
        }
        double first = millis[0];
        double[] warm = Arrays.copyOfRange(millis, 20, millis.length);
        Arrays.sort(warm);
        System.out.printf(
                "scrape of %d parameters: median %.1f ms, worst %.1f ms, first %.1f ms%n",
                PARAMETERS, warm[warm.length / 2], warm[warm.length - 1], first);
        // the machine may do other things too: the benchmark's part watch tells the median
        assertThat(warm[warm.length / 10]).as("milliseconds").isLessThan(50);
    }

    @Test
    void whereItIsOffNothingOfItIsLoaded() throws Exception {
        tcs = rig.tcs();
        stamp = rig.stamp();
        Path classes = rig.folder().resolve("classes.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xlog:class+load:file=" + classes);
        command.add("-Dtcs-stamp.home=" + Folders.project());
        command.addAll(
                List.of("-jar", Folders.project().resolve("target/tcs-stamp.jar").toString()));
        command.addAll(List.of("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint()));
        bridge = rig.startCommand(Map.of(), command);
        tcs.send(Blocks.block(0));
        stamp.awaitLines(Blocks.LINES);
        // 128 + SIGTERM; only the launcher makes 0 of it
        assertThat(bridge.terminate()).isEqualTo(143);

        List<String> loaded = new ArrayList<>();
        for (String line : Files.readAllLines(classes)) {
            Matcher name = Pattern.compile("\\] ([\\w.$]+) source:").matcher(line);
            if (name.find()) {
                loaded.add(name.group(1));
            }
        }
        assertThat(loaded).contains("io.tcsstamp.camel.Bridge").hasSizeGreaterThan(1000);
        assertThat(loaded)
                .filteredOn(
                        name ->
                                name.matches(
                                        "io[.]prometheus[.].*"
                                            + "|io[.]micrometer[.]prometheusmetrics[.].*"
                                            + "|org[.]apache[.]camel[.]component[.]micrometer[.]"
                                            + "prometheus[.].*"
                                            + "|org[.]apache[.]camel[.]component[.]netty[.]http[.]"
                                            + "NettyHttp(Component|Endpoint|Consumer)"
                                            + "|io[.]tcsstamp[.]camel[.]Management.*"
                                            + "|org[.]eclipse[.]jetty[.].*|io[.]hawt[.].*"))
                .isEmpty();
    }
}
