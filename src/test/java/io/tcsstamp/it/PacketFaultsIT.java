package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.packet.CcsdsPackets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Packets over TCP when the sender, STAMP, the bridge or the definition fails. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PacketFaultsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HexFormat HEX = HexFormat.of();

    @RegisterExtension final Rig rig = new Rig();

    private Path definition;
    private FakeTcs server;
    private FakeStamp stamp;

    @BeforeEach
    void start() throws Exception {
        definition =
                Files.writeString(
                        rig.folder().resolve("numbers.xml"), NumberedPackets.definition());
        server = rig.tcs();
    }

    private BridgeProcess bridge() throws Exception {
        return rig.start(
                Map.of("PACKET_SELECT", NumberedPackets.SELECTED, "PACKET_DEFINITIONS_RELOAD", "1"),
                "--packets",
                server.endpoint(),
                "--definition",
                definition.toString(),
                "--stamp",
                stamp.endpoint());
    }

    private List<String> awaitValues(int count) {
        return NumberedPackets.values(stamp.awaitLines(count));
    }

    @Test
    void aSenderThatDiesWithinAPacketLosesOnlyThat() throws Exception {
        stamp = rig.stamp();
        BridgeProcess bridge = bridge();
        byte[] half = Arrays.copyOf(NumberedPackets.packet(NumberedPackets.FIRST, 1000), 9);

        server.send(NumberedPackets.all(NumberedPackets.packets(0, 1000), half));
        server.drop();
        await().atMost(LIMIT).until(() -> server.connections() == 2);
        server.send(NumberedPackets.packets(1001, 2000));
        List<String> values = awaitValues(1999);
        bridge.terminate();

        assertThat(values.subList(0, 1000)).isEqualTo(NumberedPackets.expected(0, 1000));
        assertThat(values.subList(1000, 1999)).isEqualTo(NumberedPackets.expected(1001, 2000));
        assertThat(QuarantineFile.read(rig.quarantine()))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.length()).isEqualTo(9);
                            assertThat(entry.hex()).isEqualTo(HEX.formatHex(half));
                        });
        assertThat(bridge.stderr().text())
                .contains("1999 packets = 1999 decoded + 0 failed; 1 missing")
                .contains("2000 records read = 1999 forwarded + 0 superseded + 1 quarantined")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void whatIsWrongInTheStreamIsReportedAndCountedAndTheRestArrives() throws Exception {
        stamp = rig.stamp();
        BridgeProcess bridge = bridge();
        byte[] garbage =
                "\u00ff\u00ffthis is no packet, is it?".getBytes(StandardCharsets.ISO_8859_1);
        byte[] unknown = CcsdsPackets.create(99, 0, new byte[] {1, 2, 3});
        byte[] tooShort =
                CcsdsPackets.create(NumberedPackets.FIRST, 300, new byte[] {9, 8, 7, 6, 5});
        byte[] tooLong =
                CcsdsPackets.create(
                        NumberedPackets.FIRST,
                        400,
                        new byte[] {0, 0, 0, 0, 0, 0, 1, (byte) 0x90, 7, 7});

        server.send(
                NumberedPackets.all(
                        NumberedPackets.packets(0, 100),
                        garbage,
                        NumberedPackets.packets(100, 200),
                        unknown,
                        NumberedPackets.packets(200, 300),
                        tooShort,
                        NumberedPackets.packets(301, 400),
                        tooLong,
                        NumberedPackets.packets(401, 500)));
        List<String> values = awaitValues(499);
        bridge.terminate();

        assertThat(values.subList(0, 300)).isEqualTo(NumberedPackets.expected(0, 300));
        assertThat(values.subList(300, 499)).isEqualTo(NumberedPackets.expected(301, 500));
        assertThat(QuarantineFile.hex(rig.quarantine()))
                .containsExactlyInAnyOrder(
                        HEX.formatHex(garbage),
                        HEX.formatHex(unknown),
                        HEX.formatHex(tooShort),
                        HEX.formatHex(tooLong));
        int shortAt = garbage.length + unknown.length + 300 * NumberedPackets.LENGTH;
        assertThat(quarantined("garbage"))
                .contains(
                        "\"position\":\"" + 100 * NumberedPackets.LENGTH + '"',
                        "\"length\":" + garbage.length);
        assertThat(quarantined("unknown")).contains("\"container\":\"ROOT\"", "APID=99");
        assertThat(quarantined("short"))
                .contains(
                        "\"container\":\"FIRST\"",
                        "\"parameter\":\"NUMBER\"",
                        "\"bit\":\"80\"",
                        "\"position\":\"" + shortAt + '"',
                        "\"decoded\":\"APID=20\"");
        assertThat(quarantined("over-long")).contains("\"container\":\"FIRST\"", "\"bit\":\"112\"");
        assertThat(bridge.stderr().text())
                .contains("501 packets = 499 decoded + 2 failed; 0 missing")
                .contains("APID 20: 500 packets, 0 missing, 1 over-long, 1 short")
                .contains("APID 99: 1 packets, 0 missing, 1 unknown")
                .contains("503 records read = 499 forwarded + 0 superseded + 4 quarantined")
                .doesNotContain("Exception", "\tat ");
    }

    /** The line of the quarantine file with a cause. */
    private String quarantined(String cause) throws Exception {
        try (var files = Files.list(rig.quarantine())) {
            return Files.readAllLines(files.findFirst().orElseThrow()).stream()
                    .filter(line -> line.contains("\"cause\":\"" + cause + '"'))
                    .findFirst()
                    .orElse("nothing with cause " + cause);
        }
    }

    @Test
    void nothingIsLostWhileStampIsAway() throws Exception {
        stamp = rig.stampDown();
        BridgeProcess bridge = bridge();
        server.send(NumberedPackets.packets(0, 10_000));
        bridge.awaitLog("STAMP", stamp.endpoint(), "refused");
        stamp.start();
        awaitValues(10_000);
        stamp.stop();
        bridge.awaitLog("STAMP", stamp.endpoint(), "closed");
        server.send(NumberedPackets.packets(10_000, 20_000));
        stamp.start();

        assertThat(awaitValues(20_000)).isEqualTo(NumberedPackets.expected(0, 20_000));
    }

    @Test
    void whatWasSpooledArrivesAfterKill() throws Exception {
        stamp = rig.stamp(1 << 14);
        stamp.pace(FakeStamp.STOPPED, 0);
        BridgeProcess killed = bridge();
        int count = 200_000;
        byte[] stream = NumberedPackets.packets(0, count);

        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> server.send(stream));
        await().atMost(LIMIT).until(() -> spooled() > 5_000_000);
        long size = spooled();
        killed.signal("KILL");
        killed.awaitExit(LIMIT);
        // the connection may break while it sends
        sender.exceptionally(e -> null).get(20, TimeUnit.SECONDS);
        server.drop();
        List<String> spooled = NumberedPackets.values(export());
        stamp.fullSpeed();
        BridgeProcess again = bridge();
        server.send(NumberedPackets.packet(NumberedPackets.SECOND, 0));
        await().atMost(LIMIT)
                .until(() -> NumberedPackets.values(stamp.lines()).contains("OTHER=0"));
        again.terminate();

        // a line takes more room in the spool than its bytes, at most 100
        assertThat(spooled).hasSizeGreaterThan((int) (size / 100));
        List<String> arrived = NumberedPackets.values(stamp.lines()).stream().distinct().toList();
        assertThat(arrived).endsWith("OTHER=0");
        assertThat(arrived.subList(0, arrived.size() - 1))
                .isEqualTo(NumberedPackets.expected(0, arrived.size() - 1));
        assertThat(arrived.get(arrived.size() - 2)).isEqualTo(spooled.get(spooled.size() - 1));
        assertThat(again.stderr().text()).contains("0 spooled + 0 dropped");
    }

    /** The lines in the spool of a bridge that does not run. */
    private List<String> export() throws Exception {
        Path file = rig.folder().resolve("lines.txt");
        BridgeProcess command =
                rig.start(
                        Map.of("STAMP_ENDPOINT", stamp.endpoint()),
                        "spool",
                        "export",
                        "stamp",
                        "--output",
                        file.toString());
        assertThat(command.awaitExit(LIMIT)).as(command.report()).isZero();
        return Files.readAllLines(file);
    }

    private long spooled() throws Exception {
        Path folder = rig.folder().resolve("spool");
        if (Files.notExists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }

    @Test
    void aDefinitionThatChangesIsTakenAndABadOneIsNot() throws Exception {
        stamp = rig.stamp();
        BridgeProcess bridge = bridge();
        server.send(NumberedPackets.packets(0, 10));
        awaitValues(10);

        Files.writeString(definition, NumberedPackets.definition().replace("NUMBER", "RENAMED"));
        bridge.awaitLog("INFO", "read again", "RENAMED");
        server.send(NumberedPackets.packets(10, 11));
        assertThat(awaitValues(11)).endsWith("RENAMED=10");

        Files.writeString(definition, "<SpaceSystem name=\"half\"");
        bridge.awaitLog("ERROR", definition.toString(), "cannot be used");
        server.send(NumberedPackets.packets(11, 12));
        assertThat(awaitValues(12)).endsWith("RENAMED=11");

        Files.writeString(definition, NumberedPackets.definition());
        await().atMost(LIMIT).until(() -> bridge.stderr().lines("read again").size() >= 2);
        server.send(NumberedPackets.packets(12, 13));
        assertThat(awaitValues(13)).endsWith("NUMBER=12");
        bridge.terminate();
        assertThat(bridge.stderr().text())
                .contains("13 packets = 13 decoded + 0 failed; 0 missing")
                .doesNotContain("Exception", "\tat ");
        assertThat(bridge.stderr().lines("read again")).hasSize(2);
    }
}
