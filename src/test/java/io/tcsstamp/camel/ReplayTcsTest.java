package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static io.tcsstamp.camel.Streams.line;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.jmx.RefusedException;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is in quarantine goes through the route of its TCS EGSE again, as far as that is possible.
 */
@Timeout(90)
class ReplayTcsTest {
    private static final String OLD = "quarantine-20260101.jsonl";

    @TempDir Path home;
    private final Instrument tcs;
    private ReplayRig rig;

    ReplayTcsTest() throws IOException {
        tcs = new Instrument();
    }

    @AfterEach
    void close() throws IOException {
        if (rig != null) {
            rig.close();
        }
        tcs.close();
    }

    /** In a thread of its own: those that are shared are busy. */
    private static void run(Runnable task) {
        new Thread(task).start();
    }

    private void run(String... settings) {
        String[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "tcs.endpoint";
        all[settings.length + 1] = tcs.endpoint();
        rig = new ReplayRig(home, "tcs", all);
        tcs.awaitConnections(1);
    }

    private static String line(String origin, String more, byte[] bytes) {
        return "{\"time\":\"2026-01-01T00:00:00.000Z\",\"origin\":\""
                + origin
                + "\",\"reason\":\"x\",\"length\":"
                + bytes.length
                + more
                + ",\"hex\":\""
                + HexFormat.of().formatHex(bytes)
                + "\"}";
    }

    private static String record(String seconds, String name, String value) {
        return line("tcs host:1", "", entry(seconds, name, value).getBytes(ISO_8859_1));
    }

    @Test
    void blocksThatAStepFailedOnAreSentAsTheyWouldHaveBeen() throws Exception {
        run();
        byte[] block = block(entry("01", "a", "1"), entry("02", "b", "2"), "garbage");
        rig.rig
                .monitor()
                .quarantine()
                .add("tcs", Rejection.because("step", block, "a step failed", false));
        String file = rig.files().get(0);

        assertThat(rig.replay.replay(file))
                .isEqualTo(
                        file
                                + ": 1 read: 2 values sent, 1 failed again (in "
                                + file
                                + "); the file is now "
                                + file
                                + ".replayed");
        rig.rig.awaitLines(2);
        assertThat(rig.rig.lines())
                .containsExactly(Streams.line("01", "a", "1"), Streams.line("02", "b", "2"));
        assertThat(rig.files()).containsExactly(file, file + ".replayed");
        assertThat(rig.read(file))
                .as("what failed again has a file of its own, and its old time")
                .contains(HexFormat.of().formatHex("garbage".getBytes(ISO_8859_1)), "\"received\"");
        rig.assertEven("tcs");
        assertThat(rig.rig.monitor().source("tcs").read()).isEqualTo(3);
        assertThat(rig.replay.last()).contains(file + ": 1 read: 2 values sent");
    }

    @Test
    void whatFailsAgainIsNoSuccess() throws Exception {
        run();
        rig.write(OLD, line("tcs host:1", "", "garbage".getBytes(ISO_8859_1)));

        String answer = rig.replay.replay(OLD);
        String today = rig.files().get(rig.files().size() - 1);
        assertThat(today).isNotEqualTo(OLD).endsWith(".jsonl");
        assertThat(answer)
                .isEqualTo(
                        OLD
                                + ": 1 read: 0 values sent, 1 failed again (in "
                                + today
                                + "); the file is now "
                                + OLD
                                + ".replayed");
    }

    @Test
    void valuesOfOneNameAreAllSent() throws Exception {
        run("stamp.sort", "name");
        rig.write(OLD, record("01", "a", "1"), record("03", "a", "3"), record("02", "a", "2"));
        rig.replay.replayAll();
        rig.rig.awaitLines(3);
        assertThat(rig.rig.lines())
                .containsExactly(
                        Streams.line("01", "a", "1"),
                        Streams.line("03", "a", "3"),
                        Streams.line("02", "a", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamp.rate=1", "stamp.rate-blocks=3", "stamp.clear=false"})
    void oldValuesDoNotTakeThePlaceOfNewerOnes(String setting) throws Exception {
        String[] keyAndValue = setting.split("=");
        run(keyAndValue[0], keyAndValue[1]);
        boolean again = setting.contains("clear");
        tcs.send(block(entry("30", "a", "new")));
        await().until(() -> rig.rig.monitor().source("tcs").read() == 1);
        rig.write(OLD, record("01", "a", "old"), record("02", "a", "old"), record("03", "b", "o"));
        assertThat(rig.replay.replayAll()).contains("3 read: 3 values sent;");
        tcs.send(block(entry("31", "c", "1")), block(entry("32", "d", "1")));

        rig.rig.awaitLines(6 + (again ? 3 : 0));
        assertThat(rig.rig.lines())
                .contains(
                        Streams.line("30", "a", "new"),
                        Streams.line("01", "a", "old"),
                        Streams.line("02", "a", "old"),
                        Streams.line("03", "b", "o"));
        Housekeeping table = rig.rig.bridge().tables().table("tcs");
        assertThat(table.superseded()).isZero();
        assertThat(rig.rig.lines().stream().filter(l -> l.contains("old"))).hasSize(2);
        rig.assertEven("tcs");
    }

    @Test
    void hostileAndDamagedLinesAreSkippedAndTold() throws Exception {
        run();
        String right = record("01", "a", "1");
        rig.write(
                OLD,
                right,
                right.substring(0, right.length() / 2),
                right.replace("\"hex\":\"", "\"hex\":\"xyz"),
                "{\"hex\":\"" + "ab".repeat(QuarantineLines.LONGEST / 2) + "\"}",
                "",
                "{\"a\":" + "[".repeat(100_000),
                "\u0000\u0001\uFFFF",
                right.replace("\"time\":\"2026", "\"time\":\"never"),
                "[]",
                "{}",
                right + right,
                line("tcs host:1", ",\"continued\":true", new byte[] {1}),
                line("tcs host:1", ",\"cause\":\"too-long\"", new byte[] {1}),
                line("tcs host:1", ",\"cause\":\"incomplete\"", new byte[] {1}),
                line("tcs host:1", "", new byte[0]),
                right.replace("\"reason\":\"x\"", "\"reason\":\"block longer than 5 bytes\""),
                line("tcs host:1", ",\"cause\":\"no-room\"", new byte[] {1}),
                line("housekeeping-rate", ",\"cause\":\"emission\"", new byte[] {1}),
                right.replace("\"time\"", "\"unknown\":17,\"time\""),
                right.substring(0, right.length() - 1));

        assertThat(rig.replay.replayAll())
                .isEqualTo(
                        OLD
                                + ": 20 read: 2 values sent,"
                                + " 10 skipped: damaged lines (line 2, 3, 5, 6, 7, 8, 9, 10, 11,"
                                + " 20),"
                                + " 1 skipped: lines of more than 8388608 bytes (line 4),"
                                + " 1 skipped: without bytes (line 15),"
                                + " 4 skipped: pieces of something too long, cut off or garbage,"
                                + " without borders of packets (line 12, 13, 14, 16),"
                                + " 2 skipped: values of packets or emissions, which were decoded"
                                + " before (line 17, 18); the file is now "
                                + OLD
                                + ".replayed");
        rig.rig.awaitLines(2);
        rig.assertEven("tcs");
        assertThat(rig.files()).containsExactly(OLD + ".replayed");
    }

    @Test
    void whatBelongsToASourceThatDoesNotRunIsKept() throws Exception {
        run();
        String mine = record("01", "a", "1");
        String others = line("tcs2 host:1", "", entry("02", "b", "2").getBytes(ISO_8859_1));
        rig.write(OLD, mine, others);
        assertThat(rig.replay.replayAll())
                .contains(
                        "2 read: 1 value sent, 1 skipped: of sources that there are not (line 2)",
                        "what is kept is in quarantine-20260101-kept-1.jsonl");
        assertThat(rig.read("quarantine-20260101-kept-1.jsonl")).isEqualTo(others + "\n");

        rig.sources.stop("tcs");
        rig.write(OLD, mine, others);
        assertThat(rig.replay.replay(OLD))
                .contains(
                        "1 skipped: of sources that are stopped (line 1)",
                        "nothing of it went through its route, it stays in " + OLD);
        rig.sources.start("tcs");
        assertThat(rig.replay.replayAll()).contains("1 value sent", "-kept-2.jsonl");
        rig.rig.awaitLines(2);
        assertThat(rig.files())
                .containsExactly(
                        "quarantine-20260101-kept-1.jsonl",
                        "quarantine-20260101-kept-2.jsonl",
                        OLD + ".replayed",
                        OLD + ".replayed-2");
    }

    @Test
    void aReplayThatWasBrokenOffIsDoneAnew() throws Exception {
        run();
        rig.write(OLD + ".replaying", record("01", "a", "1"));
        rig.write(OLD + ".kept", "what was kept until then");
        assertThat(rig.replay.replayAll()).contains("1 read: 1 value sent; the file is now " + OLD);
        assertThat(rig.files()).containsExactly(OLD + ".replayed");
        rig.rig.awaitLines(1);
        assertThat(rig.replay.replayAll()).isEqualTo("there is no file to replay");
    }

    @Test
    void anEndWithinAReplayLeavesTheFileForTheNextTime() throws Exception {
        run();
        int count = 30_000;
        String[] lines = new String[count];
        for (int i = 0; i < count; i++) {
            lines[i] = record("01", "a", String.valueOf(i));
        }
        rig.write(OLD, lines);
        CompletableFuture<Throwable> end =
                CompletableFuture.supplyAsync(
                        () -> catchThrowable(() -> rig.replay.replayAll()), ReplayTcsTest::run);
        rig.rig.awaitLines(1);
        rig.replay.close();
        assertThat(end.get())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("the bridge is stopping")
                .hasMessageContaining("replay " + OLD + ".replaying to do it anew");
        assertThatThrownBy(() -> rig.replay.replayAll()).hasMessage("the bridge is stopping");
        rig.assertEven("tcs");
        assertThat(rig.files()).contains(OLD + ".replaying").doesNotContain(OLD);

        rig.replayAnew();
        assertThat(rig.replay.replayAll()).contains(count + " values sent;");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(new HashSet<>(rig.rig.lines()))
                                        .as("each at least once")
                                        .hasSize(count));
        rig.assertEven("tcs");
    }

    @Test
    void filesOutsideOfTheFolderAreRefused() throws Exception {
        run();
        Path outside = Files.writeString(home.resolve("outside.jsonl"), record("01", "a", "1"));
        rig.write(OLD, record("02", "a", "2"));
        Files.createSymbolicLink(rig.folder().resolve("link.jsonl"), outside);
        Files.createDirectory(rig.folder().resolve("folder.jsonl"));
        for (String name :
                new String[] {
                    "../outside.jsonl",
                    outside.toString(),
                    "folder.jsonl/../" + OLD,
                    "./" + OLD,
                    "link.jsonl",
                    "folder.jsonl",
                    "none.jsonl",
                    "..",
                    "",
                    "\u0000.jsonl",
                    "a\nb.jsonl",
                    "n".repeat(90_000) + ".jsonl",
                    OLD + ".replayed",
                    "../spool/stamp.db"
                }) {
            assertThatThrownBy(() -> rig.replay.replay(name))
                    .as(name)
                    .isInstanceOf(RefusedException.class)
                    .hasNoCause()
                    .satisfies(
                            refused ->
                                    assertThat(refused.getMessage())
                                            .as("a line of the log")
                                            .hasSizeLessThan(500)
                                            .doesNotContain("\n"));
        }
        assertThat(rig.replay.replayAll()).contains(OLD + ": 1 read: 1 value sent");
        rig.rig.awaitLines(1);
        assertThat(Files.readString(outside)).isEqualTo(record("01", "a", "1"));
        assertThat(rig.rig.lines()).containsExactly(Streams.line("02", "a", "2"));
    }

    @Test
    void oneReplayAtATime() throws Exception {
        run();
        rig.write(OLD, record("01", "a", "1"));
        CountDownLatch free = new CountDownLatch(1);
        rig.executor.execute(
                () -> {
                    try {
                        free.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return rig.replay.replayAll();
                            } catch (RefusedException e) {
                                return e.getMessage();
                            }
                        },
                        ReplayTcsTest::run);
        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(
                        () ->
                                assertThatThrownBy(() -> rig.replay.replay("none.jsonl"))
                                        .hasMessageContaining("another replay runs"));
        free.countDown();
        assertThat(first.get()).contains("1 value sent");
    }
}
