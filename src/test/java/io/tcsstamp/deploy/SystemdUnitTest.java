package io.tcsstamp.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tcsstamp.it.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit for systemd is one that it takes, and keeps the program in its place. */
class SystemdUnitTest {
    private static final Path UNIT =
            Folders.project().resolve("systemd").resolve("tcs-stamp.service");

    /** Of 100, which systemd shows as 2.0; 10.0 would be no restriction at all. */
    private static final String EXPOSED_AT_MOST = "--threshold=20";

    @Test
    void systemd_finds_nothing_wrong(@TempDir Path folder) throws Exception {
        assumeTrue(Tool.exists("systemd-analyze"), "skipped, there is no systemd-analyze here");
        // it demands that the program is there
        String unit = Files.readString(UNIT);
        String here = unit.replace("ExecStart=/opt/tcs-stamp/tcs-stamp", "ExecStart=/bin/true");
        assertThat(here).isNotEqualTo(unit);
        Path file = Files.writeString(folder.resolve("tcs-stamp.service"), here);

        Tool.Result result = Tool.run("systemd-analyze", "verify", file.toString());

        assertThat(result.code()).as(result.both()).isZero();
        assertThat(result.both().lines().filter(line -> line.contains("tcs-stamp.service")))
                .isEmpty();
    }

    @Test
    void a_misspelt_setting_would_be_found(@TempDir Path folder) throws Exception {
        assumeTrue(Tool.exists("systemd-analyze"), "skipped, there is no systemd-analyze here");
        Path file = folder.resolve("tcs-stamp.service");
        Files.writeString(file, "[Service]\nExecStart=/bin/true\nProtectSytem=strict\n");

        Tool.Result result = Tool.run("systemd-analyze", "verify", file.toString());

        assertThat(result.both()).contains("tcs-stamp.service:3", "ProtectSytem");
    }

    @Test
    void it_is_exposed_little() throws Exception {
        assumeTrue(Tool.exists("systemd-analyze"), "skipped, there is no systemd-analyze here");
        Tool.Result result =
                Tool.run(
                        "systemd-analyze",
                        "security",
                        "--offline=yes",
                        EXPOSED_AT_MOST,
                        UNIT.toString());

        assertThat(result.code()).as(result.both()).isZero();
    }

    @Test
    void a_stop_may_take_as_long_as_the_program_needs() throws IOException {
        long program = Long.parseLong(ClusterProperties.defaults().get("shutdown.timeout")) + 5;

        assertThat(Long.parseLong(values("TimeoutStopSec").get(0))).isGreaterThan(program);
        assertThat(values("SuccessExitStatus")).containsExactly("143");
    }

    @Test
    void all_that_it_writes_is_where_it_may_write() throws IOException {
        assertThat(values("ProtectSystem")).containsExactly("strict");
        assertThat(values("StateDirectory")).containsExactly("tcs-stamp");
        assertThat(values("CacheDirectory")).containsExactly("tcs-stamp");
        Stream<String> folders =
                values("Environment").stream().filter(variable -> variable.contains("_FOLDER="));
        assertThat(folders)
                .hasSize(4)
                .allMatch(variable -> variable.matches("\\w+=/var/(lib|cache)/tcs-stamp/\\w+"));
    }

    private static List<String> values(String key) throws IOException {
        return Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith(key + "="))
                .flatMap(line -> Arrays.stream(line.substring(key.length() + 1).split(" ")))
                .toList();
    }
}
