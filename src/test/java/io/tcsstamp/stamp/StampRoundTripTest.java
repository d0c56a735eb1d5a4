package io.tcsstamp.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatches;
import io.tcsstamp.telemetry.Seed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is written is read back, to the printed precision; whatever is read, nothing throws. */
class StampRoundTripTest {
    private static final long YEAR_1 = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();

    @Test
    @Timeout(30)
    void samplesComeBack() {
        Seed.rounds(
                300,
                random -> {
                    boolean fractional = random.nextBoolean();
                    ChronoUnit precision = fractional ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
                    StampFormatter formatter = new StampFormatter(fractional);
                    for (int pass = 0; pass < 3; pass++) {
                        List<Sample> samples = randomSamples(random);
                        byte[] lines = formatter.format(SampleBatches.of(samples));
                        SampleBatch back = new StampParser().parse(lines);

                        assertThat(back.rejections()).isEmpty();
                        assertThat(back)
                                .containsExactlyElementsOf(
                                        samples.stream().map(s -> printed(s, precision)).toList());
                    }
                });
    }

    @Test
    @Timeout(30)
    void everyLineIsASampleOrARejection() {
        byte[] alphabet =
                "\t\t\t\t\n\n0123456789:. aé\u0000\r"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Seed.rounds(
                1000,
                random -> {
                    byte[] bytes = new byte[random.nextInt(300)];
                    int lines = 0;
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] =
                                random.nextInt(10) == 0
                                        ? (byte) random.nextInt(256)
                                        : alphabet[random.nextInt(alphabet.length)];
                        boolean starts = bytes[i] != '\n' && (i == 0 || bytes[i - 1] == '\n');
                        lines += starts ? 1 : 0;
                    }
                    assertThat(new StampParser().parse(bytes).recordCount()).isEqualTo(lines);
                });
    }

    private static List<Sample> randomSamples(Random random) {
        List<Sample> samples = new ArrayList<>();
        long base = random.nextLong(YEAR_1, YEAR_10000 - 200_000);
        for (int i = random.nextInt(30); i > 0; i--) {
            Instant time =
                    Instant.ofEpochSecond(
                            base + random.nextInt(200_000), random.nextInt(1_000_000_000));
            String text = "é🛰 x€".repeat(random.nextInt(3)) + random.nextInt();
            samples.add(new Sample(time, "n" + text.hashCode() % 7 + "º", text + " V", text));
        }
        return samples;
    }

    private static Sample printed(Sample sample, ChronoUnit precision) {
        Instant time = sample.time().truncatedTo(precision);
        return new Sample(time, sample.name(), sample.text(), sample.text());
    }
}
