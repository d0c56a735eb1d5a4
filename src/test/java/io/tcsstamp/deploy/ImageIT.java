package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.tcsstamp.it.BridgeProcess;
import io.tcsstamp.it.Folders;
import io.tcsstamp.it.Rig;
import io.tcsstamp.sim.EchoServer;
import io.tcsstamp.sim.Speed;
import io.tcsstamp.sim.TcsSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The image without an engine for containers: what the Dockerfile makes is laid out in an empty
 * folder, and runs there as the pod would, as process 1 of a user without any right, the root
 * read-only, volumes as the kubelet mounts them.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ImageIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    /** What a JVM says that was ended by SIGTERM: 128 and the signal's number. */
    private static final int TERMINATED = 143;

    private static final Pattern CONSOLE = Pattern.compile("127.0.0.1:([0-9]+)/hawtio");

    private static Path work;
    private static Image image;

    @RegisterExtension final Rig rig = new Rig();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void lay_it_out() throws Exception {
        Sandbox.assumePossible();
        work = Files.createTempDirectory("tcs-stamp-image");
        image = Image.build(Dockerfile.read(), work);
    }

    @AfterAll
    static void remove() {
        if (work != null) {
            Folders.delete(work);
        }
    }

    @Test
    void the_pod_forwards_lines_tells_its_health_and_stops_in_time() throws Exception {
        BridgePod pod = new BridgePod(rig.folder());
        try (TcsSimulator tcs = TcsSimulator.builder().speed(Speed.parse("50")).start();
                EchoServer stamp = EchoServer.start("127.0.0.1", 0, lines::add)) {
            int port = freePort();
            Map<String, String> variables = pod.environment(image.environment());
            assertThat(variables).containsKeys("TCS_ENDPOINT", "STAMP_ENDPOINT");
            variables.put("TCS_ENDPOINT", tcs.address());
            variables.put("STAMP_ENDPOINT", stamp.address());
            variables.put("MANAGEMENT_PORT", String.valueOf(port));
            variables.put("CONSOLE_PORT", "0");
            BridgeProcess bridge = start(pod, variables);
            ProcessHandle java = java(bridge);

            await("lines at STAMP").atMost(LIMIT).until(() -> lines.size() >= 500);
            assertThat(lines).allMatch(line -> line.matches("[0-9. :]+\t\\w+\t0000\t[^\t]+"));
            for (HTTPGetAction probe : pod.probes()) {
                Http.Answer answer = Http.await(port, probe.getPath(), 200, LIMIT);
                assertThat(answer.body()).as(probe.getPath()).contains("UP");
            }
            Matcher console = CONSOLE.matcher(bridge.awaitLog("console: http"));
            assertThat(console.find()).isTrue();
            Http.await(Integer.parseInt(console.group(1)), "/hawtio/", 200, LIMIT);
            assertThat(Files.readString(Path.of("/proc", "" + java.pid(), "maps")))
                    .as("the archive of classes made with the image is used")
                    .contains(image.environment().get("CACHE_FOLDER") + "/classes-");
            assertThat(peakMemory(java)).isLessThan(pod.memoryLimit());

            assertThat(beside(pod, variables, "spool")).contains("stamp " + stamp.address());
            java.destroy();
            assertThat(bridge.awaitExit(pod.grace())).isEqualTo(TERMINATED);
            assertThat(bridge.stderr().lines(" 0 superseded + 0 quarantined + 0 pending"))
                    .hasSize(1);
            assertThat(bridge.stderr().text())
                    .doesNotContain(
                            "\tat ", "Read-only file system", "ermission denied", " ERROR ");
            assertThat(names(pod.data())).containsExactly("spool");
        }
    }

    @Test
    void the_image_alone_is_a_user_without_rights_on_a_root_that_is_read_only() throws Exception {
        List<String> command = new ArrayList<>(Sandbox.enter(image.root(), List.of("-r")));
        command.addAll(Sandbox.as(image.user()));
        command.addAll(Sandbox.environment(image.environment()));
        command.addAll(List.of("sh", "-c", "id -u; touch /opt/tcs-stamp/x; exec \"$0\" --version"));
        command.addAll(image.entryPoint());

        Tool.Result result = Tool.run(command.toArray(String[]::new));

        assertThat(result.code()).as(result.both()).isZero();
        assertThat(result.output()).startsWith("10001\ntcs-stamp ");
        assertThat(result.errors()).contains("Read-only file system").hasLineCount(1);
    }

    @Test
    void it_holds_what_an_operator_needs() {
        Path home = image.root().resolve("opt/tcs-stamp");

        assertThat(home.resolve("docs/operations.md")).exists();
        assertThat(home.resolve("systemd/tcs-stamp.service")).exists();
        assertThat(home.resolve("k8s/base/kustomization.yaml")).exists();
    }

    private BridgeProcess start(BridgePod pod, Map<String, String> variables) throws Exception {
        List<String> command = new ArrayList<>(Sandbox.enter(image.root(), pod.mounts()));
        command.addAll(Sandbox.as(pod.user()));
        command.addAll(Sandbox.environment(variables));
        command.addAll(image.entryPoint());
        return rig.startCommand(Map.of(), command);
    }

    /** What a command says that is run in the pod while the bridge is. */
    private static String beside(BridgePod pod, Map<String, String> variables, String command)
            throws Exception {
        List<String> whole = new ArrayList<>(Sandbox.enter(image.root(), pod.mounts()));
        whole.addAll(Sandbox.as(pod.user()));
        whole.addAll(Sandbox.environment(variables));
        whole.addAll(image.entryPoint());
        whole.add(command);
        Tool.Result result = Tool.run(whole.toArray(String[]::new));
        assertThat(result.code()).as(result.both()).isZero();
        return result.output();
    }

    /** The launcher has become Java: it alone is left below what made the namespaces. */
    private static ProcessHandle java(BridgeProcess bridge) {
        return await("Java as process 1")
                .atMost(LIMIT)
                .until(
                        () -> bridge.handles().filter(ImageIT::isJava).toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/java");
    }

    private static long peakMemory(ProcessHandle process) throws IOException {
        String line =
                Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                        .filter(each -> each.startsWith("VmHWM:"))
                        .findFirst()
                        .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
