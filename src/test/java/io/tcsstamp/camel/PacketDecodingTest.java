package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.decode.NamePatterns;
import io.tcsstamp.monitor.PacketCounters;
import io.tcsstamp.output.SampleTime;
import io.tcsstamp.packet.PacketBatch;
import io.tcsstamp.packet.PacketFraming;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.Packets;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decoders keep from one batch to the next. */
class PacketDecodingTest {
    @TempDir Path folder;

    @Test
    void aBatchThatFailsLeavesNothingForTheNext() throws Exception {
        NamePatterns all = NamePatterns.of("");
        PacketDefinitions definitions =
                new PacketDefinitions(
                        PacketStreams.definition(folder),
                        Optional.empty(),
                        new PacketNames(all, new SampleTime("reception"), option -> option));
        PacketDecoding decoding =
                new PacketDecoding(definitions.load(), all, "{parameter}", "reception", true);
        ReceivedPackets packets = packets(PacketStreams.housekeepings(0, 2));
        int samples = decoding.sample(packets, List.of(), new PacketCounters()).size();

        // a mistake in this program, that shows when the batch is made already
        List<Rejection> wrong = Collections.singletonList(null);
        assertThatThrownBy(() -> decoding.sample(packets, wrong, new PacketCounters()))
                .isInstanceOf(NullPointerException.class);

        SampleBatch next = decoding.sample(packets, List.of(), new PacketCounters());
        assertThat(next.size()).isEqualTo(samples);
        assertThat(next.rejections()).isEmpty();
    }

    private static ReceivedPackets packets(byte[] bytes) throws Exception {
        PacketBatch.Builder batch = new PacketBatch.Builder();
        try (PacketSource source = Packets.of(PacketFraming.ccsds()).open(bytes)) {
            while (source.next()) {
                batch.add(source.packet());
            }
        }
        return new ReceivedPackets(batch.build(), Instant.EPOCH);
    }
}
