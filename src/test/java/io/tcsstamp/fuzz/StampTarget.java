package io.tcsstamp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.stamp.StampParser;
import io.tcsstamp.telemetry.SampleBatch;
import java.util.Random;

/** Lines as STAMP gets them: every one that is not empty is a sample or a rejection. */
final class StampTarget implements FuzzTarget {
    private final StampParser parser = new StampParser();

    @Override
    public byte[] input(Random random) {
        byte[] valid = Telemetry.lines(random);
        return switch (random.nextInt(8)) {
            case 0 -> valid;
            case 1 -> Mutation.noise(600, random);
            default -> Mutation.of(valid, Telemetry.lines(random), random);
        };
    }

    @Override
    public void check(byte[] input, Random random) throws Exception {
        SampleBatch batch = parser.parse(input.clone());
        assertThat(batch.recordCount()).isEqualTo(lines(input));
        long rejected = batch.rejections().stream().mapToLong(r -> r.bytes().length).sum();
        assertThat(rejected).isLessThanOrEqualTo(input.length);
        Telemetry.assertSound(batch);
    }

    private static long lines(byte[] bytes) {
        long lines = 0;
        for (int i = 0; i < bytes.length; i++) {
            lines += bytes[i] != '\n' && (i == 0 || bytes[i - 1] == '\n') ? 1 : 0;
        }
        return lines;
    }
}
