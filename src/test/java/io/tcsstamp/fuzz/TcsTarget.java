package io.tcsstamp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.tcs.TcsBlockReader;
import io.tcsstamp.tcs.TcsParser;
import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.SampleBatch;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What comes from a TCS EGSE's socket, in pieces: every byte is in a block or in a rejection, every
 * record of a block is a sample or a rejection.
 */
final class TcsTarget implements FuzzTarget {
    private static final int[] BLOCK_LIMITS = {1, 20, 150, 1 << 20};

    private final UnitRules rules = UnitRules.load(Path.of("definitions/tcs-units.properties"));

    @Override
    public byte[] input(Random random) {
        byte[] valid = Telemetry.blocks(random);
        return switch (random.nextInt(8)) {
            case 0 -> valid;
            case 1 -> Mutation.noise(600, random);
            default -> Mutation.of(valid, Telemetry.blocks(random), random);
        };
    }

    @Override
    public void check(byte[] input, Random random) throws Exception {
        List<Rejection> tooLong = new ArrayList<>();
        TcsBlockReader reader =
                new TcsBlockReader(BLOCK_LIMITS[random.nextInt(BLOCK_LIMITS.length)], tooLong::add);
        TcsParser parser = new TcsParser(rules, random.nextBoolean() ? "" : "p_");
        long inBlocks = 0;
        int longestRead = 1 + random.nextInt(input.length + 1);
        for (int at = 0; at < input.length; ) {
            int read = Math.min(input.length - at, 1 + random.nextInt(longestRead));
            byte[] blocks = reader.read(ByteBuffer.wrap(input, at, read).slice());
            at += read;
            inBlocks += blocks.length;
            checkBlocks(blocks, parser);
        }
        if (random.nextBoolean()) {
            byte[] records = reader.end("the end");
            inBlocks += records.length;
            checkBlocks(records, parser);
        } else {
            reader.abandon("the end");
        }
        long rejected = tooLong.stream().mapToLong(r -> r.bytes().length).sum();
        long blocksTooLong = tooLong.stream().filter(r -> !r.continued()).count();
        // the ETX of a block that is too long is the only thing that is left out
        assertThat(input.length - inBlocks - rejected).isBetween(0L, blocksTooLong);
    }

    private static void checkBlocks(byte[] blocks, TcsParser parser) throws Exception {
        SampleBatch batch = parser.parse(blocks.clone());
        assertThat(batch.recordCount()).isEqualTo(records(blocks));
        long rejected = batch.rejections().stream().mapToLong(r -> r.bytes().length).sum();
        assertThat(rejected).isLessThanOrEqualTo(blocks.length);
        Telemetry.assertSound(batch);
    }

    /** What stands between two ends of a record, and is not just a CR. */
    private static long records(byte[] blocks) {
        long records = 0;
        int start = 0;
        for (int i = 0; i <= blocks.length; i++) {
            if (i == blocks.length || blocks[i] == '\n' || blocks[i] == TcsBlockReader.ETX) {
                boolean blank = i == start || i == start + 1 && blocks[start] == '\r';
                records += blank ? 0 : 1;
                start = i + 1;
            }
        }
        return records;
    }
}
