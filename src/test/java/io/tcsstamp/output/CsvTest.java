package io.tcsstamp.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.it.LanderPackets;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV, a line per value and a file per container. */
class CsvTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "plain | plain",
                "`` | ``",
                "a,b | \"a,b\"",
                "say \"x\" | \"say \"\"x\"\"\"",
                "é € | é €",
                "= 1 | = 1"
            })
    void cells_are_quoted_where_they_need_to_be(String text, String cell) {
        TextBuffer to = new TextBuffer();
        to.append(';');

        CsvText.append(to, text);

        assertThat(to).hasToString(";" + cell);
    }

    @Test
    void a_cell_may_have_lines() {
        TextBuffer to = new TextBuffer();

        CsvText.append(to, "two\nlines");

        assertThat(to).hasToString("\"two\nlines\"");
    }

    @Test
    void a_failed_packet_has_the_values_before() throws IOException {
        String csv =
                Written.text(
                        new LanderPackets().data(101, (byte) 9).data(7, (byte) 0),
                        out -> new CsvWriter(out, name -> name.matches("APID|NOTE.*")));

        assertThat(csv)
                .isEqualTo(
                        "index,time,packet,name,raw,value\n0,,Log,APID,101,101\n"
                                + "0,,Log,NOTE_BYTES,9,9\n1,,,APID,7,7\n");
    }

    @Test
    void a_file_holds_raw_values_on_demand_and_lists_in_a_cell() throws IOException {
        PacketWriter writer =
                CsvFile.folder(
                        folder.resolve("out"),
                        Written.lander(),
                        name -> name.matches("MODE|SAMPLES|NOTE"),
                        true);
        Written.write(
                new LanderPackets()
                        .attitude(1500, 1, 0, false, 0, 0, 0)
                        .science(0, 0, BigInteger.ONE, 3)
                        .science(0, 0, BigInteger.ONE, 0)
                        .data(7, (byte) 0),
                writer);

        assertThat(folder.resolve("out/Attitude.csv"))
                .hasContent("packet.index,packet.time,MODE\n0,1970-01-01T00:00:01.500Z,1\n");
        assertThat(folder.resolve("out/Science.csv"))
                .hasContent("packet.index,packet.time,SAMPLES\n1,,0;1;2\n2,,\n");
        assertThat(Files.readString(folder.resolve("out/failed.jsonl"))).contains("\"index\":3");
    }
}
