package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What {@code describe-packets}, {@code describe-definition} and {@code validate} say. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DescribeIT {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @RegisterExtension final Rig rig = new Rig();

    private BridgeProcess run(int code, String... command) throws Exception {
        BridgeProcess run = rig.start(command);
        assertThat(run.awaitExit(LIMIT)).as(run.report()).isEqualTo(code);
        assertThat(run.stderr().text()).doesNotContain("Exception", "\tat ");
        return run;
    }

    private String file(LanderPackets packets) throws Exception {
        return Files.write(rig.folder().resolve("packets.dat"), packets.toBytes()).toString();
    }

    private static LanderPackets logs(int count) {
        LanderPackets packets = new LanderPackets();
        for (int i = 0; i < count; i++) {
            packets.log("");
        }
        return packets;
    }

    @Test
    void the_first_and_the_last_packets_are_listed_and_all_are_counted() throws Exception {
        LanderPackets packets = logs(6).lose(101).log("x").data(2047, new byte[9]);
        packets.data(3, (byte) 1);
        for (int i = 0; i < 4; i++) {
            packets.log("");
        }

        List<String> lines = run(0, "describe-packets", file(packets)).stdout().lines();

        assertThat(lines.get(0))
                .containsSubsequence(
                        "INDEX", "BYTE", "VER", "TYPE", "SHF", "APID", "SEQFLG", "SEQCNT", "LEN");
        assertThat(lines.get(1)).containsPattern("^ *0 +0 +0 +0 +0 +101 +3 +0 +1$");
        assertThat(lines.get(6)).isEqualTo("...");
        assertThat(lines).anyMatch(line -> line.matches(" +101 +11 .* 1 +1 +0 +0"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 1, false", "7, 7, false", "10, 10, false", "11, 10, true"})
    void no_packet_is_listed_twice(int packets, int listed, boolean gap) throws Exception {
        List<String> lines = run(0, "describe-packets", file(logs(packets))).stdout().lines();

        List<String> table = lines.subList(1, lines.indexOf(""));
        assertThat(table).doesNotHaveDuplicates().hasSize(listed + (gap ? 1 : 0));
        assertThat(table.contains("...")).isEqualTo(gap);
        assertThat(lines.get(lines.size() - 1)).startsWith(packets + " packet");
    }

    @Test
    void all_or_the_first_packets_are_listed_on_demand() throws Exception {
        String file = file(logs(30));

        List<String> all = run(0, "describe-packets", "--all", file).stdout().lines();
        List<String> head = run(0, "describe-packets", "--head", "2", file).stdout().lines();

        assertThat(all.subList(1, all.indexOf(""))).hasSize(30).doesNotContain("...");
        assertThat(head.subList(1, head.indexOf(""))).hasSize(3).endsWith("...");
    }

    @Test
    void bytes_that_are_left_are_told() throws Exception {
        String file = file(logs(1).bytes((byte) 0, (byte) 1, (byte) 2));

        assertThat(run(0, "describe-packets", file).stdout().text())
                .contains("leftover: 3 bytes")
                .doesNotContain("--resync");
    }

    @Test
    void packets_of_other_kinds_have_a_length() throws Exception {
        String file = Files.writeString(rig.folder().resolve("p.hex"), "00ff\n010203\n").toString();

        List<String> lines = run(0, "describe-packets", "--framing", "hex", file).stdout().lines();

        assertThat(lines.get(0)).doesNotContain("APID");
        assertThat(lines.get(2)).containsPattern("^ +1 +\\d+ +3$");
    }

    @Test
    void a_definition_is_shown_as_it_was_understood() throws Exception {
        String file = LanderPackets.definition().toString();

        assertThat(run(0, "describe-definition", file).stdout().text())
                .contains("Attitude when APID == 100", "HULL", "degC");
        String tree =
                run(0, "describe-definition", "--root-container", "Log", file).stdout().text();
        assertThat(tree).contains("NOTE_BYTES").doesNotContain("Attitude");
        assertThat(run(0, "describe-definition", "--types", file).stdout().text())
                .contains("ModeType")
                .doesNotContain("Attitude when");
        String folder = LanderPackets.definition().getParent().toString();
        assertThat(run(0, "describe-definition", "--parameters", folder).stdout().text())
                .contains("HULL");
        BridgeProcess unknown = run(2, "describe-definition", "--root-container", "No", file);
        assertThat(unknown.stderr().lines()).singleElement().asString().contains("CCSDSPacket");
    }

    @Test
    void a_good_definition_is_valid_and_a_bad_one_is_not() throws Exception {
        String good = LanderPackets.definition().toString();
        Path bad = rig.folder().resolve("bad.xml");
        Files.writeString(
                bad,
                Files.readString(LanderPackets.definition())
                        .replace("sizeInBits=\"11\"", "sizeInBits=\"eleven\"")
                        .replace("parameterRef=\"BIG\"", "parameterRef=\"BIGGER\""));

        assertThat(run(0, "validate", good).stdout().lines()).endsWith(good + ": valid");
        BridgeProcess both = run(1, "validate", good, bad.toString());
        assertThat(both.stdout().lines())
                .contains(good + ": valid")
                .anyMatch(line -> line.matches(".*bad.xml:\\d+:\\d+: error: .*eleven.*\\(.*"))
                .anyMatch(line -> line.matches(".*bad.xml:\\d+:\\d+: error: .*BIGGER.*"))
                .anyMatch(line -> line.matches(".*bad.xml: not valid: \\d+ errors.*"));
        BridgeProcess json = run(1, "validate", "--json", "--level", "schema", bad.toString());
        assertThat(json.stdout().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("\\{\"file\":.*bad.xml\",\"line\":\\d+,.*}"))
                .noneMatch(line -> line.contains("BIGGER"));
    }

    @Test
    void a_definition_that_was_written_anew_is_valid_and_decodes_the_same() throws Exception {
        String old = LanderPackets.definition().toString();
        String packets = file(logs(2).attitude(1, 2, 3, true, 4f, 5f, 6));

        run(0, "convert", "--to", "xtce", old, "-o", "new.xml");

        run(0, "validate", "new.xml");
        assertThat(parsed("new.xml", packets)).hasSize(3).isEqualTo(parsed(old, packets));
        BridgeProcess again = run(2, "convert", "--to", "xtce", old, "-o", "new.xml");
        assertThat(again.stderr().lines()).singleElement().asString().contains("exists already");
    }

    @Test
    void a_definition_can_come_from_standard_input() throws Exception {
        String program = Folders.project().resolve("tcs-stamp") + " ";
        String from = " < " + LanderPackets.definition();

        assertThat(shell(program + "validate -" + from)).isEqualTo("standard input: valid\n");
        assertThat(shell(program + "describe-definition --parameters -" + from)).contains("HULL");
        assertThat(shell(program + "convert --to xtce -" + from)).contains("<SpaceSystem");
    }

    private String shell(String command) throws Exception {
        BridgeProcess run = rig.startCommand(Map.of(), List.of("sh", "-c", command));
        assertThat(run.awaitExit(LIMIT)).as(run.report()).isZero();
        return run.stdout().text();
    }

    private List<String> parsed(String definition, String packets) throws Exception {
        return run(0, "parse", "--definition", definition, "--format", "jsonl", packets)
                .stdout()
                .lines();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "describe-packets absent.dat; does not exist",
                "describe-packets .; is a folder",
                "describe-packets --all --head 1 FILE; --head",
                "describe-definition absent.xml; does not exist",
                "describe-definition --types --root-container x FILE; --root-container",
                "validate absent.xml; does not exist",
                "validate --level deep FILE; schema, structure, all",
                "validate --level structure --schema FILE FILE; --schema",
                "validate --schema absent.xsd FILE; absent.xsd",
                "validate; FILE",
                "convert --to xtce FILE -o /nope/dir/x.xml; the folder /nope/dir does not exist",
                "convert --to cosmos FILE; xtce only"
            })
    void a_wrong_call_exits_with_two_and_one_line(String call, String named) throws Exception {
        String file = LanderPackets.definition().toString();

        BridgeProcess run = run(2, call.replace("FILE", file).split(" "));

        assertThat(run.stderr().lines()).singleElement().asString().contains(named);
        assertThat(run.stdout().text()).isEmpty();
    }
}
