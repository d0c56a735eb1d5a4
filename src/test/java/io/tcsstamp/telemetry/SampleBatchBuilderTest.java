package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a batch comes about. */
class SampleBatchBuilderTest {
    private static final Parameter A = new Parameter("a", 0);
    private static final Parameter B = new Parameter("b", 1);

    @Test
    void aCopyDoesNotFollowTheArray() {
        byte[] bytes = "20.5 V".getBytes(ISO_8859_1);
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        builder.add(0, 0, A, bytes, 0, 6, 0, 4, true);
        bytes[0] = 'X';

        assertThat(builder.build())
                .containsExactly(new Sample(Instant.EPOCH, "a", "20.5 V", "20.5"));
    }

    @Test
    void overAnArrayNothingIsCopied() {
        byte[] bytes = "--20.5 V--".getBytes(ISO_8859_1);
        SampleBatchBuilder builder = SampleBatchBuilder.over(bytes, ISO_8859_1, 1);
        builder.add(0, 0, A, bytes, 2, 6, 2, 4, true);
        bytes[2] = '3';

        assertThat(builder.build())
                .containsExactly(new Sample(Instant.EPOCH, "a", "30.5 V", "30.5"));
    }

    @Test
    void theTextMayStandBehindTheRawValue() {
        byte[] bytes = "..raw.text".getBytes(UTF_8);
        SampleBatchBuilder builder = SampleBatchBuilder.copying(UTF_8);
        builder.add(0, 0, A, bytes, 2, 4, 6, 4, true);

        assertThat(builder.build()).containsExactly(new Sample(Instant.EPOCH, "a", "raw.", "text"));
    }

    @Test
    void growsFarBeyondItsFirstCapacity() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        for (int i = 0; i < 10_000; i++) {
            byte[] value = ("value " + i).getBytes(ISO_8859_1);
            builder.add(i, i, A, value, 0, value.length, 0, value.length, true);
            builder.endBlock();
        }
        SampleBatch batch = builder.build();

        assertThat(batch.size()).isEqualTo(10_000);
        assertThat(batch.blockCount()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i += 499) {
            assertThat(batch.sample(i).text()).isEqualTo("value " + i);
            assertThat(batch.sample(i).time()).isEqualTo(Instant.ofEpochSecond(i, i));
        }
    }

    @Test
    void aBlockWithoutASampleLeavesNoTrace() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        builder.endBlock();
        add(builder, 1, A);
        builder.endBlock();
        builder.endBlock();

        assertThat(builder.build().blockCount()).isEqualTo(1);
    }

    @Test
    void whatFollowsTheLastBlockIsABlock() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        add(builder, 1, A);
        builder.endBlock();
        add(builder, 2, A);

        assertThat(builder.build().blockCount()).isEqualTo(2);
    }

    @Test
    void isOrderedWhileTimesRiseWithinABlock() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        add(builder, 2, A);
        add(builder, 2, B);
        builder.endBlock();
        add(builder, 1, A);

        assertThat(builder.build().ordered()).isTrue();
    }

    @Test
    void isNotOrderedOnceATimeFalls() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        builder.add(1, 5, A, new byte[1], 0, 1, 0, 1, true);
        builder.add(1, 4, B, new byte[1], 0, 1, 0, 1, true);

        assertThat(builder.build().ordered()).isFalse();
    }

    @Test
    void isNotOrderedWithANameTwiceInABlock() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        add(builder, 1, A);
        add(builder, 1, B);
        add(builder, 1, A);

        assertThat(builder.build().ordered()).isFalse();
    }

    @Test
    void isNotKnownToBeOrderedWithAnUnlistedName() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        add(builder, 1, new Parameter("u", Parameter.UNLISTED));

        assertThat(builder.build().ordered()).isFalse();
    }

    @Test
    void highOrdinalsAreFollowedToo() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(ISO_8859_1);
        Parameter far = new Parameter("far", 49_999);
        add(builder, 1, far);
        builder.endBlock();
        add(builder, 1, far);
        assertThat(builder.size()).isEqualTo(2);
        add(builder, 1, far);

        assertThat(builder.build().ordered()).isFalse();
    }

    @Test
    void knowsTheLastRowOfEachNameWhereItIsOrdered() {
        Parameter a = new Parameter("a", 0);
        Parameter far = new Parameter("far", 900);
        SampleBatchBuilder builder = SampleBatchBuilder.copying(UTF_8);
        add(builder, 1, a);
        add(builder, 1, far);
        builder.endBlock();
        add(builder, 2, a);
        SampleBatch batch = builder.build();

        assertThat(batch.lastRows()).containsExactlyInAnyOrder(1, 2);
        assertThat(batch.blocks().get(0).lastRows()).isNull();
    }

    @Test
    void namesOfTwoTablesWithOneOrdinalAreNotTakenForOne() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(UTF_8);
        add(builder, 1, new Parameter("a", 0));
        builder.endBlock();
        add(builder, 2, new Parameter("b", 0));
        SampleBatch batch = builder.build();

        assertThat(batch.ordered()).isFalse();
        assertThat(batch.lastRows()).isNull();
    }

    private static void add(SampleBatchBuilder builder, long seconds, Parameter parameter) {
        builder.add(seconds, 0, parameter, new byte[] {'x'}, 0, 1, 0, 1, true);
    }
}
