package io.tcsstamp.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.LanderPackets;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Packets as tables for people. */
class TableWriterTest {
    private static String table(LanderPackets packets, int columns) throws IOException {
        return Written.text(
                packets,
                out ->
                        new TableWriter(
                                out,
                                name -> name.matches("APID|NOTE|BLOB|HULL"),
                                text -> text.replaceAll("\\p{Cntrl}", "?"),
                                columns));
    }

    @Test
    void what_would_change_the_terminal_is_replaced() throws IOException {
        assertThat(table(new LanderPackets().log("a\u001b[2J\nb", (byte) 1), 0))
                .contains("a?[2J?b\n")
                .doesNotContain("\u001b");
    }

    @Test
    void lines_fit_into_the_terminal() throws IOException {
        LanderPackets packets = new LanderPackets().log("x".repeat(200), new byte[100]);

        assertThat(table(packets, 60).lines())
                .hasSize(4)
                .allMatch(line -> line.length() <= 60)
                .anyMatch(line -> line.endsWith("x..."));
        assertThat(table(packets, 0)).contains("x".repeat(200), "hex:" + "00".repeat(100));
    }

    @Test
    void units_and_limits_stand_behind_the_value() throws IOException {
        assertThat(table(new LanderPackets().attitude(0, 0, 255, true, 0, 0, 0), 80))
                .isEqualTo(
                        "packet 0: Attitude, 33 bytes, 1970-01-01T00:00:00Z\n"
                                + "  APID  100  100\n  HULL  255  107.5 degC  WARNING\n");
    }

    @Test
    void what_failed_is_told_behind_the_values() throws IOException {
        assertThat(table(new LanderPackets().data(101, (byte) 3).data(7, (byte) 1), 80))
                .startsWith("packet 0: Log, 7 bytes\n  APID  101  101\n  failed: short packet")
                .contains("packet 1: unknown, 7 bytes\n");
    }
}
