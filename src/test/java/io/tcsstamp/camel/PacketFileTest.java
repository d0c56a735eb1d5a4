package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packets from files. */
@Timeout(90)
class PacketFileTest {
    private static final int MANY = 200_000;

    @TempDir Path home;
    @TempDir Path recordings;

    private PacketRig rig(String endpoint) {
        return new PacketRig(
                home,
                "",
                "packet.endpoint",
                endpoint,
                "packet.definitions",
                PacketStreams.definition(home).toString(),
                "packet.select",
                "COUNTER");
    }

    @Test
    void aFileArrivesCompleteAndStaysWhereItIs() throws Exception {
        Path file = recordings.resolve("day 1.bin");
        Files.write(file, PacketStreams.housekeepings(0, MANY));
        try (PacketRig rig = rig("file:" + file)) {
            rig.awaitLines(MANY);
            rig.stop();

            assertThat(rig.values())
                    .isEqualTo(IntStream.range(0, MANY).mapToObj(i -> "COUNTER=" + i).toList());
            assertThat(file).exists();
        }
    }

    @Test
    void theFilesOfAFolderAreReadAndMoved() throws Exception {
        byte[] cut = PacketStreams.housekeeping(3);
        Files.write(
                recordings.resolve("a.bin"),
                PacketStreams.all(PacketStreams.housekeepings(0, 3), Arrays.copyOf(cut, 8)));
        try (PacketRig rig = rig("file:" + recordings + "?sortBy=file:name&readLock=none")) {
            rig.awaitLines(3);
            Files.write(recordings.resolve("b.bin"), PacketStreams.housekeepings(7, 2));
            rig.awaitLines(5);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(recordings.resolve(".done/b.bin")).exists());
            rig.stop();

            assertThat(rig.values())
                    .containsExactly(
                            "COUNTER=0", "COUNTER=1", "COUNTER=2", "COUNTER=7", "COUNTER=8");
            assertThat(recordings.resolve(".done/a.bin")).exists();
            assertThat(rig.quarantined()).contains("leftover", "a.bin", "\"position\":\"75\"");
            assertThat(rig.packets().read()).isEqualTo(6);
        }
    }
}
