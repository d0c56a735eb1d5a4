package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code tcs-stamp spool} beside a bridge whose STAMP is away, and after it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpoolCommandIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int BLOCKS = 50;

    @RegisterExtension final Rig rig = new Rig();

    @Test
    void showsExportsAndDropsWhatWaits() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stampDown();
        Map<String, String> environment = Map.of("STAMP_ENDPOINT", stamp.endpoint());
        BridgeProcess bridge = rig.start(environment, "--tcs", tcs.endpoint());
        tcs.send(Blocks.blocks(0, BLOCKS));
        String lines = String.format(Locale.ROOT, "%,d in", BLOCKS * Blocks.LINES);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> run(environment, 0, "spool").stdout().text().contains(lines));

        String shown = run(environment, 0, "spool").stdout().text();
        assertThat(shown)
                .contains("stamp " + stamp.endpoint())
                .contains("2026-03-01T10:00:00.250Z to 2026-03-01T10:00:49.250Z")
                .containsPattern("oldest +stored 20.* ago");
        BridgeProcess refused = run(environment, 1, "spool", "drop", "stamp", "--yes");
        assertThat(refused.stderr().lines()).singleElement().asString().contains("a bridge uses");
        assertThat(exported(environment)).isEqualTo(Blocks.lines(0, BLOCKS));
        bridge.terminate();

        assertThat(exported(environment)).isEqualTo(Blocks.lines(0, BLOCKS));
        Path file = rig.folder().resolve("lines.txt");
        run(environment, 0, "spool", "export", "stamp", "--output", file.toString());
        assertThat(Files.readAllLines(file)).isEqualTo(Blocks.lines(0, BLOCKS));
        BridgeProcess again =
                run(environment, 2, "spool", "export", "stamp", "--output", file.toString());
        assertThat(again.stderr().lines()).singleElement().asString().contains("exists already");

        BridgeProcess asked = run(environment, 2, "spool", "drop", "stamp");
        assertThat(asked.stderr().lines())
                .singleElement()
                .asString()
                .contains(BLOCKS * Blocks.LINES + " lines", "--yes");
        assertThat(exported(environment)).isEqualTo(Blocks.lines(0, BLOCKS));
        BridgeProcess dropped = run(environment, 0, "spool", "drop", "stamp", "--yes");
        assertThat(dropped.stdout().text()).contains(BLOCKS * Blocks.LINES + " lines");
        assertThat(run(environment, 0, "spool").stdout().text()).contains("no spool");
    }

    @Test
    void aFolderThatIsNotThereIsNoSpool() throws Exception {
        assertThat(run(Map.of(), 0, "spool").stdout().text()).contains("no spool", "not exist");
        assertThat(run(Map.of(), 0, "spool", "--json").stdout().text().strip()).isEqualTo("[]");
        BridgeProcess unknown = run(Map.of(), 2, "spool", "export", "stamp");
        assertThat(unknown.stderr().lines()).singleElement().asString().contains("'stamp'");
        BridgeProcess misplaced = run(Map.of(), 2, "spool", "--json", "export", "stamp");
        assertThat(misplaced.stderr().lines()).singleElement().asString().contains("--json");
    }

    private List<String> exported(Map<String, String> environment) throws Exception {
        return run(environment, 0, "spool", "export", "stamp").stdout().lines();
    }

    /** Runs a command to its end; nothing of it is a stack trace or SQL. */
    private BridgeProcess run(Map<String, String> environment, int code, String... command)
            throws Exception {
        BridgeProcess run = rig.start(environment, command);
        assertThat(run.awaitExit(LIMIT)).as("exit code of %s", List.of(command)).isEqualTo(code);
        assertThat(run.stderr().text()).doesNotContain("Exception", "\tat ", "SELECT", "SQL");
        return run;
    }
}
