package io.tcsstamp.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.Readme;
import io.tcsstamp.workload.ExamplePackets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the README shows is the one that is compiled here, and does what it says. */
class ReadmeExampleTest {
    private static final String SOURCE = "src/test/java/io/tcsstamp/example/ReadPackets.java";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void the_readme_shows_this_source() throws IOException {
        String source = Files.readString(Path.of(SOURCE));
        int from = source.indexOf("// README: from here\n") + "// README: from here\n".length();
        String region = source.substring(from, source.indexOf("    // README: to here"));

        assertThat(Readme.blocks(Readme.README))
                .filteredOn(block -> block.language().equals("java"))
                .extracting(Readme.Block::text)
                .contains(region.stripTrailing().stripIndent() + "\n");
    }

    @Test
    void it_reads_a_file() throws Exception {
        ReadPackets.by(ExamplePackets.DEFINITION).file(ExamplePackets.FILE, out);

        assertThat(lines()).hasSize(ExamplePackets.HOUSEKEEPING).startsWith("31000 is 21.61 degC");
    }

    @Test
    void it_reads_an_array() throws Exception {
        ReadPackets.by(ExamplePackets.DEFINITION).array(ExamplePackets.bytes(), out);

        assertThat(lines()).hasSize(ExamplePackets.HOUSEKEEPING);
    }

    @Test
    void it_reads_a_socket() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket unit = server.accept()) {
            unit.getOutputStream().write(ExamplePackets.bytes());
            unit.shutdownOutput();

            ReadPackets.by(ExamplePackets.DEFINITION).socket(client, out);
        }

        assertThat(lines()).hasSize(ExamplePackets.HOUSEKEEPING);
    }

    @Test
    void it_shows_what_a_failed_packet_held() throws Exception {
        byte[] bytes = ExamplePackets.bytes();
        int length = ExamplePackets.lengthOf(bytes, 0);
        byte[] event = Arrays.copyOf(bytes, length);
        // its text is said to be longer than the packet
        event[ExamplePackets.TEXT_LENGTH_OFFSET] = (byte) 200;

        ReadPackets.by(ExamplePackets.DEFINITION).array(event, out);

        assertThat(lines().get(0)).startsWith("failed: ").contains("Event", "TEXT");
        assertThat(lines()).contains("  SEVERITY = INFO", "  TEXT_LENGTH = 200");
    }

    @Test
    void it_says_what_is_wrong_with_a_definition(@TempDir Path folder) throws Exception {
        String good = Files.readString(ExamplePackets.DEFINITION);
        Path bad = folder.resolve("bad.xml");
        Files.writeString(
                bad, good.replace("containerRef=\"CCSDSPacket\"", "containerRef=\"NoSuchPacket\""));

        ReadPackets.validate(bad, out);

        assertThat(lines())
                .hasSize(2)
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .matches(".*bad\\.xml:\\d+:\\d+: error: .*")
                                        .contains("NoSuchPacket"));
    }

    @Test
    void it_finds_nothing_wrong_with_the_worked_example() throws Exception {
        ReadPackets.validate(ExamplePackets.DEFINITION, out);

        assertThat(lines()).isEmpty();
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
