package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A batch whose bytes are given at the end. */
class SampleBatchAheadTest {
    @Test
    void samplesReferToTheBytesOfTheEnd() {
        Parameter a = new Parameter("a", 0);
        Parameter b = new Parameter("b", 1);
        SampleBatchBuilder builder = SampleBatchBuilder.ahead(UTF_8, 1);
        builder.add(1, 500, a, 0, 3);
        builder.add(1, 500, b, 3, 2);
        builder.endBlock();
        builder.add(2, 0, a, 5, 0);
        SampleBatch batch = builder.build("1.5\u00fc".getBytes(UTF_8));

        assertThat(batch)
                .containsExactly(
                        new Sample(Instant.ofEpochSecond(1, 500), "a", "1.5", "1.5"),
                        new Sample(Instant.ofEpochSecond(1, 500), "b", "\u00fc", "\u00fc"),
                        new Sample(Instant.ofEpochSecond(2), "a", "", ""));
        assertThat(batch.blockCount()).isEqualTo(2);
        assertThat(batch.ordered()).isTrue();
        byte[] text = new byte[2];
        assertThat(batch.writeTextUtf8(1, text, 0)).isEqualTo(2);
        assertThat(new String(text, UTF_8)).isEqualTo("\u00fc");
    }
}
