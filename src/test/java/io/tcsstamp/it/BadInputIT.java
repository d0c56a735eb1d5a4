package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What no TCS should send. After each: what was around it is delivered, no line at STAMP is
 * corrupt, what could not be read is in quarantine with its bytes, and the program runs on without
 * a stack trace.
 */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadInputIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MIB = 1 << 20;
    private static final String TIME = "2026/03/01 09:00:00.000 UTC\t";
    private static final String STAMP_TIME = "01.03.2026 09:00:00\t";

    @RegisterExtension final Rig rig = new Rig();

    private FakeTcs tcs;
    private FakeStamp stamp;
    private BridgeProcess bridge;

    @BeforeEach
    void startBridge() throws Exception {
        tcs = rig.tcs();
        stamp = rig.stamp();
        bridge = rig.start("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
    }

    /**
     * Sends a good block and demands that exactly the given lines and then its own have arrived.
     */
    private void assertDelivered(List<String> before) throws Exception {
        tcs.send(Blocks.block(99));
        List<String> expected = new ArrayList<>(before);
        expected.addAll(Blocks.lines(99));

        List<String> lines = stamp.awaitLines(expected.size());
        assertThat(StampLines.corrupt(lines)).as("corrupt lines").isEmpty();
        assertThat(lines).isEqualTo(expected);
        assertThat(bridge.isAlive()).as("the program runs").isTrue();
        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
    }

    private void assertQuarantined(List<String> records) {
        List<String> hex =
                records.stream().map(r -> HexFormat.of().formatHex(Blocks.bytes(r))).toList();
        await("quarantine").atMost(LIMIT).until(() -> quarantined().size() >= hex.size());
        assertThat(quarantined().stream().map(QuarantineFile.Entry::hex)).isEqualTo(hex);
        assertThat(quarantined())
                .allSatisfy(
                        entry -> {
                            assertThat(entry.origin()).contains(tcs.endpoint());
                            assertThat(entry.reason()).isNotBlank();
                            assertThat(entry.length()).isEqualTo(entry.hex().length() / 2);
                        });
    }

    private List<QuarantineFile.Entry> quarantined() {
        return QuarantineFile.read(rig.quarantine());
    }

    /**
     * Sends records between two good ones in a block; those two are delivered, the others
     * quarantined.
     */
    private void assertAllBad(List<String> bad) throws Exception {
        List<String> records = new ArrayList<>(List.of(TIME + "first\t1"));
        records.addAll(bad);
        records.add(TIME + "last\t2");
        tcs.send(Blocks.records(records.toArray(String[]::new)));
        assertDelivered(List.of(STAMP_TIME + "first\t0000\t1", STAMP_TIME + "last\t0000\t2"));
        assertQuarantined(bad);
    }

    @Test
    void nuls() throws Exception {
        assertAllBad(
                List.of("\0\0\0\0", TIME + "na\0me\t1", TIME + "name\t\0", "\0" + TIME + "n\t1"));
    }

    @Test
    void controlCharactersInNamesAndValues() throws Exception {
        List<String> bad = new ArrayList<>();
        for (char c :
                "\u0001\u0002\u0004\u0007\b\u000b\f\r\u001b\u001f\u007f\u0080\u0085\u009f"
                        .toCharArray()) {
            bad.add(TIME + "na" + c + "me\tvalue");
            bad.add(TIME + "name\tva" + c + "lue");
        }
        assertAllBad(bad);
    }

    @Test
    void impossibleDatesAndTimes() throws Exception {
        List<String> bad = new ArrayList<>();
        for (String time :
                List.of(
                        "2021/02/30 10:00:00.000 UTC",
                        "2021/02/29 10:00:00.000 UTC",
                        "2021/13/01 10:00:00.000 UTC",
                        "2021/00/10 10:00:00.000 UTC",
                        "2021/01/00 10:00:00.000 UTC",
                        "2021/04/31 10:00:00.000 UTC",
                        "2021/01/10 24:00:00.000 UTC",
                        "2021/01/10 10:60:00.000 UTC",
                        "2021/01/10 10:00:00.000 CET",
                        "2021/01/10 10:00:00.000",
                        "2021-01-10 10:00:00.000 UTC",
                        "2021/1/10 10:00:00.000 UTC",
                        "2021/01/10 10:00:00.1234567 UTC",
                        "")) {
            bad.add(time + "\tname\tvalue");
        }
        assertAllBad(bad);
    }

    @Test
    void aLeapDayAndATimeWithoutFractionAreGood() throws Exception {
        tcs.send(Blocks.records("2024/02/29 23:59:59 UTC\tname\tvalue"));
        assertDelivered(List.of("29.02.2024 23:59:59\tname\t0000\tvalue"));
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aStormOfEndMarks() throws Exception {
        byte[] storm = new byte[1_000_000];
        Arrays.fill(storm, Blocks.ETX);
        tcs.send(storm);
        assertDelivered(List.of());
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aHundredMebibytesWithoutAnEnd() throws Exception {
        byte[] chunk = new byte[MIB];
        Arrays.fill(chunk, (byte) 'x');
        tcs.send(Blocks.block(0));
        for (int i = 0; i < 100; i++) {
            tcs.send(chunk);
        }
        tcs.send(new byte[] {Blocks.ETX});
        assertDelivered(Blocks.lines(0));
        assertThat(QuarantineFile.totalLength(rig.quarantine())).isEqualTo(100L * MIB);
        assertThat(PeakMemory.mebibytes(bridge)).as("peak memory in MiB").isLessThan(300);
    }

    @Test
    void aValueOfAlmostOneMebibyte() throws Exception {
        String value = "v".repeat(MIB - 100);
        tcs.send(Blocks.records(TIME + "name\t" + value), Feed.RANDOM_CHUNKS);
        assertDelivered(List.of(STAMP_TIME + "name\t0000\t" + value));
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aValueOfMoreThanOneMebibyte() throws Exception {
        byte[] block = Blocks.records(TIME + "name\t" + "v".repeat(MIB + 100));
        tcs.send(block, Feed.RANDOM_CHUNKS);
        assertDelivered(List.of());
        // the end mark is no part of what was quarantined
        assertThat(QuarantineFile.totalLength(rig.quarantine())).isEqualTo(block.length - 1);
    }

    @Test
    void everyPrintableLatin1Character() throws Exception {
        StringBuilder text = new StringBuilder();
        for (char c = '\u00a0'; c <= '\u00ff'; c++) {
            text.append(c);
        }
        tcs.send(Blocks.records(TIME + "name_" + text + "\t" + text));
        assertDelivered(List.of(STAMP_TIME + "name_" + text + "\t0000\t" + text));
        assertThat(quarantined()).isEmpty();
    }

    @Test
    void aBlockCutByTheEndOfTheConnection() throws Exception {
        String cut = TIME + "ambient_rtd\t21.";
        tcs.send(Blocks.bytes(TIME + "one\t1\r\n" + TIME + "two\t2\r\n" + cut));
        tcs.drop();
        assertDelivered(List.of(STAMP_TIME + "one\t0000\t1", STAMP_TIME + "two\t0000\t2"));
        assertQuarantined(List.of(cut));
    }
}
