package io.tcsstamp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.stamp.StampParser;
import io.tcsstamp.tcs.TcsParser;
import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.Batches;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatchCodec;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/** Samples kept in a file: refused by the one documented exception, or read as what can be kept. */
final class CodecTarget implements FuzzTarget {
    /** The version and the checksum. */
    private static final int HEADER = 5;

    private final TcsParser tcs = new TcsParser(UnitRules.none());
    private final StampParser stamp = new StampParser();

    @Override
    public byte[] input(Random random) {
        byte[] valid = valid(random);
        byte[] input =
                switch (random.nextInt(8)) {
                    case 0 -> valid;
                    case 1 -> Mutation.noise(600, random);
                    default -> Mutation.of(valid, valid(random), random);
                };
        // without this hardly any would come beyond the checksum
        return random.nextInt(4) == 0 ? input : sealed(input);
    }

    private byte[] valid(Random random) {
        return SampleBatchCodec.encode(
                random.nextBoolean()
                        ? tcs.parse(Telemetry.blocks(random))
                        : stamp.parse(Telemetry.lines(random)));
    }

    private static byte[] sealed(byte[] bytes) {
        if (bytes.length >= HEADER) {
            CRC32 crc = new CRC32();
            crc.update(bytes, HEADER, bytes.length - HEADER);
            ByteBuffer.wrap(bytes).put((byte) 1).putInt((int) crc.getValue());
        }
        return bytes;
    }

    @Override
    public void check(byte[] input, Random random) throws Exception {
        SampleBatch batch;
        try {
            batch = SampleBatchCodec.decode(input);
        } catch (DataFormatException refused) {
            assertThat(refused).hasMessageMatching("[ -~]{3,200}");
            return;
        }
        SampleBatch again = SampleBatchCodec.decode(SampleBatchCodec.encode(batch));
        assertThat(Batches.blockLists(again)).isEqualTo(Batches.blockLists(batch));
    }
}
