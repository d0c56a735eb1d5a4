package io.tcsstamp.tcs;

import static io.tcsstamp.tcs.Blocks.bytes;
import static io.tcsstamp.tcs.Blocks.read;
import static io.tcsstamp.tcs.Blocks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Rejection;
import io.tcsstamp.telemetry.Seed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocks longer than the maximum are rejected with all their bytes; the others are given. */
class TcsBlockReaderTooLongTest {
    private final List<Rejection> rejected = new ArrayList<>();
    private final TcsBlockReader reader = new TcsBlockReader(5, rejected::add);

    @Test
    void exactlyTheMaximumIsABlock() {
        assertThat(read(reader, "12345|")).isEqualTo("12345|");
        assertThat(read(reader, "12345")).isEmpty();
        assertThat(read(reader, "|")).isEqualTo("12345|");
        assertThat(rejected).isEmpty();
    }

    @Test
    void inOneReadTheBlocksAroundItAreGiven() {
        assertThat(read(reader, "123456|ab|1234567|cd|12345678|")).isEqualTo("ab|cd|");
        assertThat(rejectedTexts()).containsExactly("123456", "1234567", "12345678");
        assertThat(rejected).noneMatch(Rejection::continued);
    }

    @Test
    void acrossReadsItComesInPiecesThatCountOnce() {
        assertThat(read(reader, "a|1234")).isEqualTo("a|");
        assertThat(read(reader, "56")).isEmpty();
        assertThat(read(reader, "78")).isEmpty();
        assertThat(read(reader, "9|b|")).isEqualTo("b|");

        assertThat(rejectedTexts()).containsExactly("123456", "78", "9");
        assertThat(rejected.stream().map(Rejection::continued)).containsExactly(false, true, true);
        assertThat(rejected).allMatch(r -> r.reason().contains("longer than 5 bytes"));
    }

    @Test
    void itsEtxMayComeAlone() {
        read(reader, "123456");

        assertThat(read(reader, "|")).isEmpty();
        assertThat(read(reader, "ab|")).isEqualTo("ab|");
        assertThat(rejectedTexts()).containsExactly("123456");
    }

    @Test
    void oneThatFollowsAnotherCountsAnew() {
        read(reader, "123456");
        read(reader, "7|abcdef");
        read(reader, "g|");

        assertThat(rejectedTexts()).containsExactly("123456", "7", "abcdef", "g");
        assertThat(rejected.stream().map(Rejection::continued))
                .containsExactly(false, true, false, true);
    }

    @Test
    void aBlockThatGoesOnTooLongIsNotKept() {
        TcsBlockReader large = new TcsBlockReader(1 << 16, rejected::add);
        byte[] piece = bytes("x".repeat(1 << 16));
        for (int i = 0; i < 100; i++) {
            assertThat(large.read(ByteBuffer.wrap(piece))).isEmpty();
            // what is held is at most a block: the rest was given away at once
            assertThat(rejected.stream().mapToLong(r -> r.bytes().length).sum())
                    .isEqualTo(i == 0 ? 0 : (i + 1L) << 16);
        }
    }

    @Test
    @Timeout(30)
    void anyChunkingGivesTheSameBlocksAndBytes() {
        Seed.rounds(
                300,
                random -> {
                    rejected.clear();
                    StringBuilder stream = new StringBuilder();
                    StringBuilder blocks = new StringBuilder();
                    StringBuilder tooLong = new StringBuilder();
                    int tooLongBlocks = 0;
                    for (int i = random.nextInt(40); i > 0; i--) {
                        String block = "abcdefghijkl".substring(random.nextInt(13));
                        stream.append(block).append('|');
                        if (block.length() > 5) {
                            tooLong.append(block);
                            tooLongBlocks++;
                        } else {
                            blocks.append(block).append('|');
                        }
                    }
                    TcsBlockReader any = new TcsBlockReader(5, rejected::add);
                    byte[] given = Blocks.inChunks(any, bytes(stream.toString()), random);

                    assertThat(text(given)).isEqualTo(blocks.toString());
                    assertThat(String.join("", rejectedTexts())).isEqualTo(tooLong.toString());
                    assertThat(rejected.stream().filter(r -> !r.continued()))
                            .hasSize(tooLongBlocks);
                });
    }

    private List<String> rejectedTexts() {
        return rejected.stream().map(r -> text(r.bytes())).toList();
    }
}
