package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Samples come back from bytes as they were, and other bytes are refused. */
@Timeout(60)
class SampleBatchCodecTest {
    private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
    private static final long SECONDS_OF_9999_YEARS = 315_537_811_200L;

    @Test
    void blocksNamesAndTimesComeBack() throws Exception {
        SampleBatch batch =
                Batches.blocks(
                        List.of(
                                List.of(at("07.25", "a", "1"), at("06.123456789", "º", "é")),
                                List.of(at("08", "a", "")),
                                List.of(at("08", "c", "x"), at("08", "a", "y"))));

        SampleBatch back = SampleBatchCodec.decode(SampleBatchCodec.encode(batch));

        assertThat(Batches.blockLists(back)).isEqualTo(Batches.blockLists(batch));
        assertThat(back.charset()).isEqualTo(ISO_8859_1);
    }

    @Test
    void aPartOfABatchIsWrittenWithoutTheRest() throws Exception {
        SampleBatch all =
                Batches.blocks(
                        List.of(List.of(at("07", "a", "1")), List.of(at("08", "b", "a secret"))));
        byte[] bytes = SampleBatchCodec.encode(all.blocks().get(0));

        assertThat(SampleBatchCodec.decode(bytes)).containsExactly(at("07", "a", "1"));
        assertThat(new String(bytes, ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void anEmptyBatchIsOne() throws Exception {
        byte[] bytes = SampleBatchCodec.encode(SampleBatchBuilder.copying(UTF_8).build());

        assertThat(SampleBatchCodec.decode(bytes).isEmpty()).isTrue();
    }

    @Test
    void randomBatchesComeBack() {
        Seed.rounds(
                500,
                random -> {
                    SampleBatch batch = randomBatch(random);
                    byte[] bytes = SampleBatchCodec.encode(batch);
                    SampleBatch back = SampleBatchCodec.decode(bytes);

                    assertThat(Batches.blockLists(back)).isEqualTo(Batches.blockLists(batch));
                    for (int i = 0; i < batch.size(); i++) {
                        assertThat(utf8(back, i)).isEqualTo(utf8(batch, i));
                    }
                    assertThat(SampleBatchCodec.encode(back)).isEqualTo(bytes);
                });
    }

    @Test
    void whatIsCutOffOrChangedIsRefused() {
        Seed.rounds(
                200,
                random -> {
                    byte[] whole = SampleBatchCodec.encode(randomBatch(random));
                    byte[] cut = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
                    byte[] changed = whole.clone();
                    changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));

                    assertThatThrownBy(() -> SampleBatchCodec.decode(cut))
                            .isInstanceOf(DataFormatException.class);
                    assertThatThrownBy(() -> SampleBatchCodec.decode(changed))
                            .isInstanceOf(DataFormatException.class);
                });
    }

    @Test
    void whatNoParserLetsThroughIsRefusedThoughItsChecksumIsRight() {
        assertRefused("empty name", w -> w.number(1).number(0));
        assertRefused("more names than there are bytes", w -> w.number(Integer.MAX_VALUE));
        assertRefused("a number of 70 bits", w -> w.number(-1).number(-1));
        assertRefused("a block that is empty", w -> name(w).number(1).number(1).number(0));
        assertRefused("a sample in no block", w -> name(w).number(1).number(0).number(0));
        assertRefused("a second of 10^9 ns", w -> sample(w, 1_000_000_000, 1, 0, (byte) 'x'));
        assertRefused("a text far away", w -> sample(w, 0, 1, Integer.MAX_VALUE, (byte) 'x'));
        assertRefused("a text far before", w -> sample(w, 0, 1, Long.MIN_VALUE, (byte) 'x'));
        assertRefused("a line end in a value", w -> sample(w, 0, 1, 0, (byte) '\n'));
        assertRefused("a C1 control character", w -> sample(w, 0, 1, 0, (byte) 0x85));
        assertRefused("something behind", w -> sample(w, 0, 1, 0, (byte) 'x').number(0));
    }

    private static void assertRefused(String what, java.util.function.Consumer<VarIntsText> text) {
        VarInts.Writer writer = new VarInts.Writer(64);
        writer.skip(SampleBatchCodec.HEADER);
        writer.number(0);
        text.accept(new VarIntsText(writer));
        assertThatThrownBy(() -> SampleBatchCodec.decode(writer.sealed(SampleBatchCodec.VERSION)))
                .as(what)
                .isInstanceOf(DataFormatException.class);
    }

    /** A writer whose calls can be chained. */
    private record VarIntsText(VarInts.Writer writer) {
        VarIntsText number(long value) {
            writer.number(value);
            return this;
        }

        VarIntsText bytes(byte... bytes) {
            writer.bytes(bytes, 0, bytes.length);
            return this;
        }

        VarIntsText signed(long value) {
            writer.signed(value);
            return this;
        }
    }

    private static VarIntsText name(VarIntsText to) {
        return to.number(1).number(1).bytes((byte) 'n');
    }

    private static VarIntsText sample(
            VarIntsText to, long nanos, int length, long textFrom, byte value) {
        return name(to).number(1)
                .number(1)
                .number(1)
                .number(0)
                .signed(0)
                .number(nanos)
                .number(length)
                .number(length)
                .signed(textFrom)
                .bytes(value);
    }

    private static byte[] utf8(SampleBatch batch, int index) {
        byte[] text = new byte[batch.textUtf8Length(index)];
        assertThat(batch.writeTextUtf8(index, text, 0)).isEqualTo(text.length);
        return text;
    }

    /** Texts within the raw value, right behind it, and empty; names that come again. */
    private static SampleBatch randomBatch(Random random) {
        Charset charset = random.nextBoolean() ? ISO_8859_1 : UTF_8;
        SampleBatchBuilder batch = SampleBatchBuilder.copying(charset);
        for (int i = random.nextInt(40); i > 0; i--) {
            String raw = "é5 x".repeat(random.nextInt(4)) + random.nextInt();
            boolean within = random.nextBoolean();
            int from = within ? random.nextInt(raw.length()) : 0;
            String text = within ? raw.substring(from) : "º" + random.nextInt(9);
            byte[] bytes = (within ? raw : raw + text).getBytes(charset);
            int rawLength = raw.getBytes(charset).length;
            int textLength = text.getBytes(charset).length;
            Instant time =
                    YEAR_1.plusSeconds(random.nextLong(SECONDS_OF_9999_YEARS))
                            .plusNanos(random.nextInt(1_000_000_000));
            batch.add(
                    time.getEpochSecond(),
                    time.getNano(),
                    new Parameter("n" + random.nextInt(5) + "ü", Parameter.UNLISTED),
                    bytes,
                    0,
                    rawLength,
                    bytes.length - textLength,
                    textLength,
                    charset == UTF_8);
            if (random.nextInt(3) == 0) {
                batch.endBlock();
            }
        }
        return batch.build();
    }

    @Test
    void theBytesAreFew() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            samples.add(at("0" + i % 10, "parameter_" + i % 50, "12.25"));
        }

        assertThat(SampleBatchCodec.encode(Batches.block(samples.toArray(Sample[]::new))))
                .hasSizeLessThan(1000 * 12);
    }
}
