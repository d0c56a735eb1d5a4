package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.LinkState;
import io.tcsstamp.monitor.LogLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packets over TCP, from a server that the bridge connects to. */
@Timeout(90)
class PacketSourceTest {
    private static final int MANY = 200_000;

    @TempDir Path home;

    private PacketRig rig(ScriptedTcs server, String... more) {
        String[] settings = {
            "packet.endpoint", server.endpoint(),
            "packet.definitions", PacketStreams.definition(home).toString()
        };
        return new PacketRig(home, "", concat(settings, more));
    }

    private static String[] concat(String[] first, String[] second) {
        return java.util.stream.Stream.of(first, second)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void everyValueOfAPacketBecomesALineOfItsTime() throws Exception {
        try (ScriptedTcs server = new ScriptedTcs();
                PacketRig rig = rig(server, "packet.time", "cds:DAY,MSEC,USEC")) {
            server.send(PacketStreams.housekeeping(3, 7, -12, 1, 1.5f));
            rig.awaitLines(14);

            assertThat(rig.lines()).allMatch(line -> line.startsWith("08.01.2021 00:00:07\t"));
            assertThat(rig.values())
                    .containsExactly(
                            "VERSION=0",
                            "TYPE=0",
                            "SEC_HDR_FLG=1",
                            "PKT_APID=11",
                            "SEQ_FLGS=3",
                            "SRC_SEQ_CTR=3",
                            "PKT_LEN=18",
                            "DAY=23018",
                            "MSEC=7000",
                            "USEC=250",
                            "COUNTER=7",
                            "TEMPERATURE=-6.0",
                            "MODE=ON",
                            "VOLTAGE=1.5");
            assertThat(rig.monitor().links())
                    .anyMatch(l -> l.end().equals("PACKET") && l.state() == LinkState.UP);
            rig.stop();
            assertThat(rig.packets().read()).isEqualTo(14);
            assertThat(rig.packets().packets().total().decoded()).isEqualTo(1);
        }
    }

    @Test
    void aStreamAtFullSpeedArrivesComplete() throws Exception {
        try (ScriptedTcs server = new ScriptedTcs();
                PacketRig rig = rig(server, "packet.select", "COUNTER")) {
            server.send(PacketStreams.housekeepings(0, MANY));
            rig.awaitLines(MANY);
            rig.stop();

            assertThat(rig.values())
                    .isEqualTo(IntStream.range(0, MANY).mapToObj(i -> "COUNTER=" + i).toList());
            assertThat(rig.packets().read()).isEqualTo(MANY);
            assertThat(rig.packets().quarantined()).isZero();
            assertThat(rig.packets().packets().byApid()).containsOnlyKeys(11);
        }
    }

    @Test
    void whatCannotBeDecodedIsKeptAndTheRestArrives() throws Exception {
        byte[] unknown = io.tcsstamp.packet.CcsdsPackets.create(99, 0, new byte[] {1, 2, 3});
        byte[] shortened =
                io.tcsstamp.packet.CcsdsPackets.create(0, 0, 1, 11, 3, 501, new byte[] {9, 9});
        try (ScriptedTcs server = new ScriptedTcs();
                PacketRig rig = rig(server, "packet.select", "COUNTER,MESS*")) {
            server.send(
                    PacketStreams.all(
                            PacketStreams.housekeepings(0, 500),
                            unknown,
                            PacketStreams.housekeeping(500),
                            shortened,
                            PacketStreams.housekeepings(502, 499),
                            PacketStreams.status(0, "a\tb"),
                            PacketStreams.status(1, "gr\u00fc\u00df")));
            rig.awaitLines(1001);
            rig.stop();

            assertThat(rig.values())
                    .contains("COUNTER=500", "COUNTER=1000", "MESSAGE=gr\u00fc\u00df");
            assertThat(rig.lines()).hasSize(1001);
            var total = rig.packets().packets().total();
            assertThat(total.decoded()).isEqualTo(1002);
            assertThat(total.failed()).isEqualTo(2);
            assertThat(total.causes()).containsOnlyKeys("unknown", "short");
            assertThat(rig.packets().packets().byApid().get(99).causes())
                    .containsEntry("unknown", 1L);
            assertThat(rig.packets().read()).isEqualTo(1001 + 3);
            assertThat(rig.packets().quarantined()).isEqualTo(3);
            assertThat(rig.quarantined())
                    .contains("\"cause\":\"short\"", "\"container\":\"HOUSEKEEPING\"")
                    .contains("PKT_APID=11", "\"bit\":\"", "control character");
        }
    }

    @Test
    void garbageBetweenPacketsAndLeftoversGoToQuarantine() throws Exception {
        byte[] garbage = "this is no packet at all, is it?".getBytes(StandardCharsets.US_ASCII);
        byte[] last = PacketStreams.housekeeping(20);
        try (ScriptedTcs server = new ScriptedTcs();
                PacketRig rig = rig(server, "packet.select", "COUNTER")) {
            server.send(
                    PacketStreams.all(
                            PacketStreams.housekeepings(0, 10),
                            garbage,
                            PacketStreams.housekeepings(10, 10),
                            java.util.Arrays.copyOf(last, 11)));
            rig.awaitLines(20);
            server.hangUp();
            await().untilAsserted(() -> assertThat(rig.packets().quarantined()).isEqualTo(2));
            rig.stop();

            assertThat(rig.values())
                    .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "COUNTER=" + i).toList());
            assertThat(rig.packets().read()).isEqualTo(22);
            assertThat(rig.quarantined())
                    .contains("\"cause\":\"garbage\"", "\"position\":\"250\"")
                    .contains("\"cause\":\"leftover\"", "\"length\":11,");
        }
    }

    @Test
    void missingPacketsAreCountedByTheirSequenceCounts() throws Exception {
        try (LogLines log = new LogLines(PacketBook.class);
                ScriptedTcs server = new ScriptedTcs();
                PacketRig rig = rig(server, "packet.select", "COUNTER")) {
            server.send(
                    PacketStreams.all(
                            PacketStreams.housekeepings(16_380, 10),
                            PacketStreams.housekeepings(16_393, 2),
                            PacketStreams.housekeeping(16_394)));
            rig.awaitLines(13);
            rig.stop();

            var counts = rig.packets().packets().byApid().get(11);
            assertThat(counts.missing()).isEqualTo(3);
            assertThat(counts.causes()).containsExactly(java.util.Map.entry("duplicate", 1L));
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("APID 11: sequence count 9 came instead of 6; ")
                    .contains(" 3 packets are missing, 0 came twice, 0 out of order");
        }
    }

    @Test
    void namesFollowThePattern() throws Exception {
        try (ScriptedTcs server = new ScriptedTcs();
                PacketRig rig =
                        rig(
                                server,
                                "packet.select",
                                "COUNTER, MESSAGE",
                                "packet.name-pattern",
                                "sat1.{apid}.{packet}.{parameter}")) {
            server.send(
                    PacketStreams.all(
                            PacketStreams.housekeeping(5), PacketStreams.status(0, "ok")));
            rig.awaitLines(2);

            assertThat(rig.values())
                    .isEqualTo(
                            List.of("sat1.11.HOUSEKEEPING.COUNTER=5", "sat1.12.STATUS.MESSAGE=ok"));
        }
    }

    @Test
    void atARateOnlyTheLatestValuesAreSent() throws Exception {
        try (ScriptedTcs server = new ScriptedTcs();
                PacketRig rig = rig(server, "packet.select", "COUNTER", "stamp.rate", "1")) {
            server.send(PacketStreams.housekeepings(0, 1000));
            rig.awaitLines(1);
            rig.stop();

            assertThat(rig.values()).last().isEqualTo("COUNTER=999");
            assertThat(rig.lines()).hasSizeLessThan(20);
        }
    }
}
