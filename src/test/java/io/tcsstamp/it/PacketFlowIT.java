package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.workload.JpssLike;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Half a million packets as fast as they can be taken: every line is compared. */
@Timeout(value = 150, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PacketFlowIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int PACKETS = 500_000;
    private static final String TIME = "cds:TIME_DAY,TIME_MS,TIME_US";
    private static final Set<String> SOME =
            new LinkedHashSet<>(List.of("SEQ_COUNT", "TIME_MS", "POS_X"));

    @RegisterExtension final Rig rig = new Rig();

    private Path definition;
    private byte[] packets;

    @BeforeEach
    void makePackets() throws Exception {
        definition = Files.writeString(rig.folder().resolve("jpss.xml"), JpssLike.definition());
        packets = JpssLike.packets(PACKETS, 71);
    }

    private BridgeProcess bridge(String source, CheckingStamp stamp, Set<String> selected)
            throws Exception {
        return rig.start(
                Map.of("PACKET_TIME", TIME, "PACKET_SELECT", String.join(",", selected)),
                "--packets",
                source,
                "--definition",
                definition.toString(),
                "--stamp",
                stamp.endpoint());
    }

    @Test
    void everyValueOfAStreamOverTcpArrivesInOrder() throws Exception {
        FakeTcs server = rig.tcs();
        JpssValues expected = new JpssValues(packets, Set.of());
        try (CheckingStamp stamp = new CheckingStamp(expected)) {
            BridgeProcess bridge = bridge(server.endpoint(), stamp, Set.of());
            server.send(packets);
            stamp.awaitAll(LIMIT);
            stop(bridge, stamp, expected);
        }
    }

    @Test
    void everySelectedValueOfAFileArrivesInOrder() throws Exception {
        Path file = Files.write(rig.folder().resolve("packets.bin"), packets);
        JpssValues expected = new JpssValues(packets, SOME);
        try (CheckingStamp stamp = new CheckingStamp(expected)) {
            BridgeProcess bridge = bridge("file:" + file, stamp, SOME);
            stamp.awaitAll(LIMIT);
            stop(bridge, stamp, expected);
        }
        assertThat(file).as("a file is left where it is").hasBinaryContent(packets);
    }

    /** Everything is booked: read, decoded, spooled and confirmed. */
    private void stop(BridgeProcess bridge, CheckingStamp stamp, JpssValues expected)
            throws Exception {
        bridge.terminate();
        long lines = expected.count();
        assertThat(stamp.lineCount()).isEqualTo(lines);
        assertThat(bridge.stderr().text())
                .contains(PACKETS + " packets = " + PACKETS + " decoded + 0 failed; 0 missing")
                .contains(lines + " records read = " + lines + " forwarded + 0 superseded")
                .contains(lines + " accepted = " + lines + " confirmed + 0 spooled + 0 dropped")
                // what has not changed is not read again
                .doesNotContain("ERROR", "Exception", "read again");
        assertThat(QuarantineFile.read(rig.quarantine())).isEmpty();
    }
}
