package io.tcsstamp.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.stamp.StampFormatter;
import io.tcsstamp.stamp.StampParser;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatchCodec;
import java.util.Random;

/** Valid inputs, and what must be true of every batch that was read. Stateless. */
final class Telemetry {
    private static final String[] NAMES = {
        "ambient_rtd", "psu_vdc", "storage_mmi", "op_mode", "other", "n\u00e9"
    };
    private static final String[] VALUES = {
        "20.5 \u00baC", "24.6 V", "3 V [1 Vpk]", "[free 1]", "1 [idle]", "", "x\u00b0", "12345"
    };
    private static final String[] ENDS = {"\r\n", "\n", "\u0003", "\r\n\u0003"};

    private Telemetry() {}

    /** Blocks as a TCS EGSE sends them, the last one perhaps without its end. */
    static byte[] blocks(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(
                            String.format(
                                    "%04d/%02d/%02d %02d:%02d:%02d.%d UTC\t",
                                    1 + random.nextInt(9999),
                                    1 + random.nextInt(12),
                                    1 + random.nextInt(28),
                                    random.nextInt(24),
                                    random.nextInt(60),
                                    random.nextInt(60),
                                    random.nextInt(1_000_000)))
                    .append(pick(NAMES, random))
                    .append('\t')
                    .append(pick(VALUES, random))
                    .append(random.nextInt(8) == 0 ? "\textra" : "")
                    .append(pick(ENDS, random));
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    /** Lines as STAMP gets them. */
    static byte[] lines(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(
                            String.format(
                                    "%02d.%02d.%04d %02d:%02d:%02d",
                                    1 + random.nextInt(28),
                                    1 + random.nextInt(12),
                                    1 + random.nextInt(9999),
                                    random.nextInt(24),
                                    random.nextInt(60),
                                    random.nextInt(60)))
                    .append(random.nextBoolean() ? ".%03d".formatted(random.nextInt(1000)) : "")
                    .append('\t')
                    .append(pick(NAMES, random))
                    .append("\t0000\t")
                    .append(pick(VALUES, random))
                    .append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    /**
     * A batch gives lines that STAMP's parser reads back as what they say, and bytes that give the
     * same batch again.
     */
    static void assertSound(SampleBatch batch) throws Exception {
        byte[] lines = new StampFormatter(true).format(batch);
        SampleBatch read = new StampParser().parse(lines.clone());
        assertThat(read.rejections()).isEmpty();
        assertThat(read.size()).isEqualTo(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            assertThat(read.parameter(i)).isEqualTo(batch.parameter(i));
            assertThat(read.seconds(i)).isEqualTo(batch.seconds(i));
            assertThat(read.nanos(i)).isEqualTo(batch.nanos(i) / 1_000_000 * 1_000_000);
        }
        assertThat(new StampFormatter(true).format(read)).isEqualTo(lines);
        SampleBatch decoded = SampleBatchCodec.decode(SampleBatchCodec.encode(batch));
        assertThat(new StampFormatter(true).format(decoded)).isEqualTo(lines);
        assertThat(decoded.blockCount()).isEqualTo(batch.blockCount());
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
