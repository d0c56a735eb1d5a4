package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archives, unpacked to a path with a space and run from another folder. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DistributionIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Map<String, String> WITHOUT_TEMPORARY_FILES =
            Map.of("JAVA_OPTS", "-Djava.io.tmpdir=/dev/null/none");

    @RegisterExtension final Rig rig = new Rig();

    @ParameterizedTest
    @CsvSource({"TAR_GZ,true", "TAR_GZ,false", "ZIP,true", "ZIP,false"})
    void anUnpackedArchiveRuns(Distribution archive, boolean byLauncher) throws Exception {
        Path home = archive.unpack(rig.folder().resolve("a folder"));
        FakeTcs tcs = rig.tcs();
        BridgeProcess bridge = start(home, byLauncher, "--tcs", tcs.endpoint());

        tcs.send(Blocks.blocks(0, 3));

        await().atMost(LIMIT).until(() -> bridge.stdout().lines().size() >= 3 * Blocks.LINES);
        assertThat(bridge.stdout().lines()).isEqualTo(Blocks.lines(0, 3));
    }

    private BridgeProcess start(Path home, boolean byLauncher, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        if (byLauncher) {
            // by sh, because java.util.zip does not restore the permission to execute
            command.addAll(List.of("sh", home.resolve("tcs-stamp").toString()));
        } else {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            command.addAll(
                    List.of(java.toString(), "-jar", home.resolve("tcs-stamp.jar").toString()));
        }
        command.addAll(List.of(options));
        return rig.startCommand(Map.of(), command);
    }

    @Test
    void aStartUnpacksNothing() throws Exception {
        Path home = Distribution.TAR_GZ.unpack(rig.folder().resolve("a folder"));
        Path natives = home.resolve("lib").resolve("native").resolve(platform());
        assumeTrue(Files.isDirectory(natives), "skipped, no native libraries for " + platform());
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge =
                rig.startCommand(
                        WITHOUT_TEMPORARY_FILES,
                        List.of(
                                "sh",
                                home.resolve("tcs-stamp").toString(),
                                "--tcs",
                                tcs.endpoint(),
                                "--stamp",
                                stamp.endpoint()));

        tcs.send(Blocks.block(0));

        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(0));
        assertThat(bridge.handles().map(DistributionIT::libraries))
                .anySatisfy(
                        libraries ->
                                assertThat(libraries)
                                        .anyMatch(line -> line.contains(natives + "/libnetty"))
                                        .anyMatch(line -> line.contains(natives + "/libsqlite")));
        assertThat(bridge.stderr().lines("epoll")).isEmpty();
    }

    @Test
    void withoutNativeLibrariesLinesAreSentAndTheLogSaysWhatIsMissing() throws Exception {
        Path home = Distribution.TAR_GZ.unpack(rig.folder().resolve("a folder"));
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        BridgeProcess bridge =
                rig.startCommand(
                        Map.of(),
                        List.of(
                                java.toString(),
                                "-Dio.netty.native.workdir=/dev/null",
                                "-jar",
                                home.resolve("tcs-stamp.jar").toString(),
                                "--tcs",
                                tcs.endpoint(),
                                "--stamp",
                                stamp.endpoint()));

        tcs.send(Blocks.block(0));

        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(0));
        assertThat(bridge.stderr().lines("a fixed tail of 8 MiB is assumed")).hasSize(1);
        assertThat(bridge.stderr().text()).doesNotContain("\tat ");
    }

    /** As the launcher names it, such as Linux-x86_64. */
    private static String platform() throws Exception {
        Process uname = new ProcessBuilder("uname", "-sm").start();
        return uname.inputReader().readLine().replace(' ', '-');
    }

    private static List<String> libraries(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "maps"));
        } catch (IOException e) {
            return List.of();
        }
    }

    @Test
    void anEditedRouteTakesEffect() throws Exception {
        Path home = Distribution.TAR_GZ.unpack(rig.folder().resolve("a folder"));
        Path routes = home.resolve("routes").resolve("delivery.yaml");
        String text = Files.readString(routes);
        String edited =
                text.replaceFirst(
                        "(uri: direct:deliver\\s+steps:\\n)( +)",
                        "$1$2- log: 'edited by the user'\n$2");
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(routes, edited);
        FakeTcs tcs = rig.tcs();
        BridgeProcess bridge = start(home, true, "--tcs", tcs.endpoint());

        tcs.send(Blocks.block(0));

        bridge.awaitLog("edited by the user");
        await().atMost(LIMIT).until(() -> bridge.stdout().lines().equals(Blocks.lines(0)));
    }

    @Test
    void theClassArchiveMayLieBelowAPathWithASpace() throws Exception {
        Path cache = rig.folder().resolve("a cache");
        BridgeProcess bridge = rig.start(Map.of("CACHE_FOLDER", cache.toString()), "--version");

        assertThat(bridge.awaitExit(LIMIT)).as("exit code").isZero();
        assertThat(bridge.stderr().text()).isEmpty();
        assertThat(bridge.stdout().lines()).hasSize(1);
        assertThat(cache).isNotEmptyDirectory();
    }
}
