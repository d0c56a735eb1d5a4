package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where lines go besides STAMP, or instead of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DestinationIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension final Rig rig = new Rig();

    @Test
    void withoutStampLinesGoToStdoutAndNothingElseDoes() throws Exception {
        FakeTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.start("--tcs", tcs.endpoint());

        tcs.send(Blocks.blocks(0, 20), Feed.RANDOM_CHUNKS);

        await().atMost(LIMIT).until(() -> bridge.stdout().lines().size() >= 20 * Blocks.LINES);
        bridge.awaitLog("TCS", "connected");
        bridge.terminate();
        assertThat(bridge.stdout().lines()).isEqualTo(Blocks.lines(0, 20));
        assertThat(bridge.stderr().lines("\t0000\t")).as("lines among the logs").isEmpty();
    }

    @Test
    void aFilePerUtcDayAndTheLogBesideStamp() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        Path archive = rig.folder().resolve("archive");
        String day = "${date-with-timezone:now:UTC:yyyyMMdd}";
        String file = "file:" + archive + "?fileName=stamp-" + day + ".txt&fileExist=Append";
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        BridgeProcess bridge =
                rig.start(
                        Map.of("STAMP_TO", file + " log:every.line"),
                        "--tcs",
                        tcs.endpoint(),
                        "--stamp",
                        stamp.endpoint());

        tcs.send(Blocks.blocks(0, 5));
        stamp.awaitLines(5 * Blocks.LINES);
        tcs.send(Blocks.blocks(5, 10));

        List<String> expected = Blocks.lines(0, 10);
        assertThat(stamp.awaitLines(expected.size())).isEqualTo(expected);
        await().atMost(LIMIT).until(() -> allLines(archive).size() >= expected.size());
        assertThat(allLines(archive)).isEqualTo(expected);
        assertThat(names(archive)).allMatch(name -> name.matches("stamp-\\d{8}\\.txt"));
        assertThat(names(archive))
                .contains("stamp-" + before.format(DateTimeFormatter.BASIC_ISO_DATE) + ".txt");
        await().atMost(LIMIT).until(() -> bridge.stderr().lines("counter\t0000\t9").size() == 1);
        assertThat(bridge.stdout().text()).isEmpty();
    }

    @Test
    void aDestinationThatFailsHoldsUpNoOther() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        Path noFolder = Files.createFile(rig.folder().resolve("no-folder"));
        BridgeProcess bridge =
                rig.start(
                        Map.of("STAMP_TO", "file:" + noFolder + "?fileName=stamp.txt"),
                        "--tcs",
                        tcs.endpoint(),
                        "--stamp",
                        stamp.endpoint());

        tcs.send(Blocks.blocks(0, 5));
        stamp.awaitLines(5 * Blocks.LINES);
        bridge.awaitLog("WARN", noFolder.toString());
        tcs.send(Blocks.blocks(5, 10));

        assertThat(stamp.awaitLines(10 * Blocks.LINES)).isEqualTo(Blocks.lines(0, 10));
        assertThat(bridge.stderr().lines("WARN")).as("warnings").hasSize(1);
        assertThat(bridge.stderr().text()).doesNotContain("\tat ");
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> allLines(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names(folder)) {
            text.append(Files.readString(folder.resolve(name)));
        }
        return text.toString().lines().toList();
    }
}
