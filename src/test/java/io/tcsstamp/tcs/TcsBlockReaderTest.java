package io.tcsstamp.tcs;

import static io.tcsstamp.tcs.Blocks.bytes;
import static io.tcsstamp.tcs.Blocks.read;
import static io.tcsstamp.tcs.Blocks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Seed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cutting a stream into whole blocks. */
class TcsBlockReaderTest {
    private final List<Rejection> rejected = new ArrayList<>();
    private final TcsBlockReader reader = new TcsBlockReader(100, rejected::add);

    @Test
    void givesABlockOnceItsEtxIsThere() {
        assertThat(read(reader, "ab")).isEmpty();
        assertThat(read(reader, "c")).isEmpty();
        assertThat(read(reader, "|")).isEqualTo("abc|");
    }

    @Test
    void givesAllBlocksThatAreWholeAndKeepsTheRest() {
        assertThat(read(reader, "a|b|c")).isEqualTo("a|b|");
        assertThat(read(reader, "d|")).isEqualTo("cd|");
        assertThat(rejected).isEmpty();
    }

    @Test
    void givesBareEtx() {
        assertThat(read(reader, "|||")).isEqualTo("|||");
    }

    @Test
    void nothingInNothingOut() {
        assertThat(read(reader, "")).isEmpty();
    }

    @Test
    void consumesTheWholeBufferFromItsPosition() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(16);
        buffer.put(bytes("xx.a|b")).flip().position(3);

        assertThat(text(reader.read(buffer))).isEqualTo("a|");
        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(read(reader, "|")).isEqualTo("b|");
    }

    @Test
    void theArrayIsTheCallers() {
        read(reader, "keep");
        byte[] blocks = reader.read(ByteBuffer.wrap(bytes("|next")));
        blocks[0] = 'X';

        assertThat(read(reader, "|")).isEqualTo("next|");
    }

    @Test
    @Timeout(30)
    void anyChunkingGivesTheSameBlocks() {
        Seed.rounds(
                300,
                random -> {
                    byte[] stream = new byte[random.nextInt(2000)];
                    for (int i = 0; i < stream.length; i++) {
                        stream[i] = (byte) (random.nextInt(20) == 0 ? 3 : random.nextInt(256));
                    }
                    TcsBlockReader any = new TcsBlockReader(1 << 20, rejected::add);
                    int end = stream.length;
                    while (end > 0 && stream[end - 1] != TcsBlockReader.ETX) {
                        end--;
                    }
                    rejected.clear();

                    assertThat(Blocks.inChunks(any, stream, random))
                            .isEqualTo(Arrays.copyOf(stream, end));
                    any.abandon("the rest");
                    assertThat(rejected).hasSize(end < stream.length ? 1 : 0);
                    if (end < stream.length) {
                        assertThat(rejected.get(0).bytes())
                                .isEqualTo(Arrays.copyOfRange(stream, end, stream.length));
                    }
                });
    }

    @Test
    void aMaximumBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TcsBlockReader(0, rejected::add))
                .withMessageContaining("0");
    }
}
