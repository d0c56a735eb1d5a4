package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tcs-stamp parse} as users run it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ParseIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension final Rig rig = new Rig();

    private Path file(LanderPackets packets) throws Exception {
        return Files.write(rig.folder().resolve("packets.dat"), packets.toBytes());
    }

    private static LanderPackets three() {
        return new LanderPackets()
                .attitude(LanderPackets.FIRST_MILLIS, 0, 60, true, 1.5f, -2f, 0.1)
                .log("a, \"b\"", (byte) 0xAB)
                .science(-1, -2, BigInteger.TEN, 2);
    }

    /** Runs parse with the definition of the lander to its end; nothing is a stack trace. */
    private BridgeProcess parse(int code, String... options) throws Exception {
        return run(code, Map.of(), options);
    }

    private BridgeProcess run(int code, Map<String, String> environment, String... options)
            throws Exception {
        String[] all = new String[options.length + 3];
        all[0] = "parse";
        all[1] = "--definition";
        all[2] = LanderPackets.definition().toString();
        System.arraycopy(options, 0, all, 3, options.length);
        return ended(code, rig.start(environment, all));
    }

    private static BridgeProcess ended(int code, BridgeProcess run) throws Exception {
        assertThat(run.awaitExit(LIMIT)).as(run.report()).isEqualTo(code);
        assertThat(run.stderr().text()).doesNotContain("Exception", "\tat ", "WARNING");
        return run;
    }

    private BridgeProcess shell(int code, Map<String, String> environment, String command)
            throws Exception {
        return ended(code, rig.startCommand(environment, List.of("sh", "-c", command)));
    }

    private static String launcher() {
        return Folders.project().resolve("tcs-stamp")
                + " parse --definition "
                + LanderPackets.definition();
    }

    @Test
    void json_lines_go_to_stdout_and_the_summary_to_stderr() throws Exception {
        BridgeProcess run = parse(0, "--format", "jsonl", file(three()).toString());

        assertThat(run.stdout().lines()).hasSize(3);
        assertThat(run.stdout().lines().get(0))
                .startsWith(
                        "{\"packet\":\"Attitude\",\"index\":0,\"time\":\"2026-03-01T10:00:00.25")
                .contains("\"MODE\":{\"raw\":0,\"value\":\"SAFE\"}")
                .endsWith("\"error\":null}");
        assertThat(run.stderr().lines())
                .singleElement()
                .asString()
                .isEqualTo("tcs-stamp: 3 packets in 90 bytes, all decoded");
    }

    @Test
    void a_table_is_for_people() throws Exception {
        BridgeProcess run = parse(0, file(three()).toString());

        assertThat(run.stdout().lines())
                .contains("packet 0: Attitude, 33 bytes, 2026-03-01T10:00:00.250Z")
                .contains("packet 1: Log, 15 bytes");
        assertThat(run.stdout().text())
                .containsPattern("MODE +0 +SAFE\n")
                .containsPattern("HULL +60 +10.0 degC +NORMAL\n")
                .containsPattern("NOTE +hex:612c20226222 +a, \"b\"\n")
                .containsPattern("(?s)SAMPLE_COUNT +2 .*SAMPLE_COUNT +255 ");
    }

    @Test
    void csv_is_a_line_per_value() throws Exception {
        BridgeProcess run =
                parse(0, "--format", "csv", "--select", "NOTE,MO*", file(three()).toString());

        assertThat(run.stdout().lines())
                .containsExactly(
                        "index,time,packet,name,raw,value",
                        "0,2026-03-01T10:00:00.250Z,Attitude,MODE,0,SAFE",
                        "1,,Log,NOTE,hex:612c20226222,\"a, \"\"b\"\"\"");
    }

    @Test
    void csv_in_a_folder_is_a_file_per_container() throws Exception {
        parse(0, "--format", "csv", "--output", "tables", file(three()).toString());

        Path tables = rig.folder().resolve("tables");
        assertThat(Files.readAllLines(tables.resolve("Science.csv")))
                .containsExactly(
                        "packet.index,packet.time,VERSION,TYPE,SEC_HDR,APID,SEQ_FLAGS,SEQ_COUNT,"
                                + "LENGTH,BIG,SMALL,HUGE,SAMPLE_COUNT,SAMPLES",
                        "2,,0,0,0,102,3,0,35,18446744073709551615,-2,10,255,0;1");
        assertThat(tables.resolve("Attitude.csv")).exists();
        assertThat(tables.resolve("Log.csv")).exists();
        BridgeProcess again =
                parse(2, "--format", "csv", "--output", "tables", file(three()).toString());
        assertThat(again.stderr().lines()).singleElement().asString().contains("not empty");
    }

    @Test
    void stamp_lines_are_those_of_the_bridge() throws Exception {
        BridgeProcess run =
                parse(
                        0,
                        "--format",
                        "stamp",
                        "--select",
                        "HULL,MODE",
                        "--name-pattern",
                        "{packet}.{parameter}",
                        "-f",
                        file(three()).toString());

        assertThat(run.stdout().lines())
                .containsExactly(
                        "01.03.2026 10:00:00.250\tAttitude.MODE\t0000\tSAFE",
                        "01.03.2026 10:00:00.250\tAttitude.HULL\t0000\t10.0");
    }

    @Test
    void raw_values_are_sent_to_stamp_on_demand() throws Exception {
        BridgeProcess run =
                parse(
                        0,
                        "--format",
                        "stamp",
                        "--raw",
                        "--select",
                        "HULL,MODE",
                        file(three()).toString());

        assertThat(run.stdout().lines())
                .containsExactly(
                        "01.03.2026 10:00:00\tMODE\t0000\t0",
                        "01.03.2026 10:00:00\tHULL\t0000\t60");
    }

    @Test
    void arrow_files_are_made_without_a_word_from_the_library() throws Exception {
        Path packets = file(three());
        BridgeProcess run = parse(0, "--format", "arrow", "--output", "tables", packets.toString());

        assertThat(run.stderr().lines()).hasSize(1);
        try (var files = Files.list(rig.folder().resolve("tables"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("Attitude.arrow", "Log.arrow", "Science.arrow");
        }
        assertThat(Files.readAllBytes(rig.folder().resolve("tables/Log.arrow")))
                .startsWith("ARROW1".getBytes())
                .endsWith("ARROW1".getBytes());
    }

    @Test
    void a_newer_java_has_nothing_to_complain_of() throws Exception {
        Path java = NewerJava.find();
        assumeTrue(java != null, "there is no newer Java; -Dnewer.java.home names one");

        BridgeProcess run =
                run(
                        0,
                        Map.of("JAVA_HOME", java.toString()),
                        "--format",
                        "arrow",
                        "--output",
                        "tables",
                        file(three()).toString());

        assertThat(run.stderr().lines()).hasSize(1);
        assertThat(rig.folder().resolve("tables/Log.arrow")).exists();
    }

    @Test
    void a_stream_is_followed_while_it_pauses() throws Exception {
        Path pipe = rig.folder().resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        BridgeProcess run =
                rig.startCommand(
                        Map.of(),
                        List.of("sh", "-c", "cat pipe | " + launcher() + " --format jsonl -"));

        try (OutputStream to = Files.newOutputStream(pipe)) {
            to.write(three().toBytes());
            to.flush();
            await().atMost(LIMIT).until(() -> run.stdout().lines().size() == 3);
            to.write(new LanderPackets().log("more").toBytes());
            to.flush();
            await().atMost(LIMIT).until(() -> run.stdout().lines().size() == 4);
        }
        ended(0, run);
    }

    @Test
    void a_reader_that_has_enough_ends_it_quietly() throws Exception {
        LanderPackets many = new LanderPackets();
        for (int i = 0; i < 20_000; i++) {
            many.log("number " + i);
        }
        file(many);

        BridgeProcess run =
                shell(0, Map.of(), launcher() + " --format jsonl packets.dat | head -n 1");

        assertThat(run.stdout().lines()).hasSize(1);
        assertThat(run.stderr().text()).isEmpty();
    }

    @Test
    void a_long_input_takes_no_more_memory_than_a_short_one() throws Exception {
        LanderPackets many = new LanderPackets();
        for (int i = 0; i < 20_000; i++) {
            many.attitude(i, i % 3, i % 256, true, i, -i, i * 0.1).data(7, (byte) 0);
        }
        long bytes = Files.size(file(many)) * 75;

        BridgeProcess run =
                shell(
                        0,
                        Map.of("JAVA_OPTS", "-Xmn8m -Xmx40m"),
                        "for i in $(seq 75); do cat packets.dat; done | "
                                + launcher()
                                + " --format jsonl - | wc -l");

        assertThat(bytes).isGreaterThan(54_000_000);
        assertThat(run.stdout().text().strip()).isEqualTo("3000000");
        assertThat(run.stderr().text())
                .contains("3,000,000 packets", "unknown: 1,500,000 packets (APID 7: 1,500,000)");
    }

    @Test
    void what_is_wrong_with_packets_is_told_and_counted() throws Exception {
        LanderPackets packets =
                three().lose(101)
                        .log("late")
                        .data(101, (byte) 5)
                        .data(9, (byte) 1)
                        .data(101, (byte) 0, (byte) 0, (byte) 0)
                        .bytes((byte) 0, (byte) 100, (byte) 0xC0);

        BridgeProcess run = parse(0, "--format", "jsonl", file(packets).toString());

        assertThat(run.stdout().lines()).hasSize(7);
        assertThat(run.stderr().lines())
                .anyMatch(l -> l.contains("APID 101: 1 packet") && l.contains("missing"))
                .anyMatch(l -> l.contains("packet 4 at byte") && l.contains("parameter NOTE"))
                .anyMatch(l -> l.contains("packet 5 at byte") && l.contains("unknown"))
                .anyMatch(l -> l.contains("packet 6 at byte") && l.contains("over-long"))
                .anyMatch(l -> l.contains("7 packets") && l.contains("2 failed, 1 over-long"))
                .anyMatch(l -> l.contains("short: 1 packet (APID 101: 1)"))
                .anyMatch(l -> l.contains("leftover: 3 bytes"));
    }

    @Test
    void garbage_that_hides_packets_is_a_failure_with_a_hint() throws Exception {
        byte[] garbage = new byte[20];
        garbage[0] = (byte) 0xE0; // there is no version 7
        garbage[4] = 0x7F; // and this length takes all that follows
        LanderPackets packets = three().bytes(garbage).log("hidden").log("too").log("as well");

        BridgeProcess run = parse(1, "--format", "jsonl", file(packets).toString());

        assertThat(run.stdout().lines()).hasSize(3);
        assertThat(run.stderr().text()).contains("at byte 90", "--resync");
        BridgeProcess found = parse(0, "--resync", "--format", "jsonl", file(packets).toString());
        assertThat(found.stdout().lines().size()).isGreaterThan(3);
    }

    @Test
    void the_apid_of_an_unknown_packet_is_told() throws Exception {
        BridgeProcess run =
                parse(0, "--format", "jsonl", file(three().data(9, (byte) 1)).toString());

        assertThat(run.stderr().text()).contains("packet 3 at byte 90, APID 9: unknown packet");
    }

    @Test
    void fail_fast_stops_at_the_first_packet_that_fails() throws Exception {
        Path packets = file(three().data(9, (byte) 1).log("not reached"));

        BridgeProcess run = parse(1, "--fail-fast", "--format", "jsonl", packets.toString());

        assertThat(run.stdout().lines()).hasSize(4);
        assertThat(run.stderr().text()).contains("packet 3 at byte", "unknown");
    }

    @Test
    void packets_of_which_none_can_be_decoded_are_a_failure() throws Exception {
        Path packets = file(new LanderPackets().data(9, (byte) 1).data(10, (byte) 1));

        BridgeProcess run = parse(1, "--format", "jsonl", packets.toString());

        assertThat(run.stderr().text()).contains("0 decoded, 2 failed");
    }

    @Test
    void one_packet_can_be_looked_at() throws Exception {
        BridgeProcess run =
                parse(0, "--packet", "1", "--format", "jsonl", file(three()).toString());

        assertThat(run.stdout().lines()).singleElement().asString().contains("\"index\":1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "absent.dat; does not exist",
                ".; is a folder",
                "--framing zip FILE; there is no framing 'zip'",
                "--framing fixed:0 FILE; 1 to",
                "--skip -1 FILE; --skip",
                "--format xml FILE; table, jsonl, csv, stamp, arrow",
                "--format arrow FILE; --output",
                "--format jsonl --output x FILE; --output is for",
                "--secondary-header 4 FILE; --combine-segments",
                "--root-container Lander FILE; CCSDSPacket",
                "--select MODES FILE; near are MODE",
                "--select XY*Z FILE; 'XY*Z'",
                "--format stamp --name-pattern x FILE; {parameter}",
                "--limit -1 FILE; --limit",
                "--format stamp --time MODE FILE; 'MODE' is no absolute time; absolute times are"
                        + " TIME",
                "--format stamp --time TIMES FILE; no parameter 'TIMES'; absolute times are TIME",
                "--format stamp --time cds:TIME,MODE FILE; 'TIME' is no number",
                "--definition absent.xml FILE; absent.xml"
            })
    void a_wrong_call_exits_with_two_and_one_line(String call, String named) throws Exception {
        String file = file(three()).toString();

        BridgeProcess run = parse(2, call.replace("FILE", file).split(" "));

        assertThat(run.stderr().lines()).singleElement().asString().contains(named);
        assertThat(run.stdout().text()).isEmpty();
    }

    @Test
    void all_that_is_wrong_with_a_definition_is_told() throws Exception {
        String wrong =
                Files.readString(LanderPackets.definition())
                        .replace("parameterRef=\"HULL\"", "parameterRef=\"HULK\"")
                        .replace("containerRef=\"CCSDSPacket\"", "containerRef=\"Nothing\"");
        Path definition = Files.writeString(rig.folder().resolve("wrong.xml"), wrong);

        BridgeProcess run =
                ended(
                        1,
                        rig.start(
                                "parse",
                                "--definition",
                                definition.toString(),
                                file(three()).toString()));

        assertThat(run.stderr().lines())
                .hasSizeGreaterThan(3)
                .anyMatch(l -> l.matches(".*wrong.xml:\\d+:\\d+: error: .*HULK.*"))
                .anyMatch(l -> l.matches(".*wrong.xml:\\d+:\\d+: error: .*Nothing.*"))
                .anyMatch(l -> l.contains("the definition cannot be used"));
    }
}
