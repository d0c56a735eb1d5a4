package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.blocks;
import static io.tcsstamp.telemetry.Batches.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A batch as its readers see it: rows, blocks, and views of blocks. */
class SampleBatchTest {
    private static final Sample A = at("01.000000001", "a", "1");
    private static final Sample B = at("02.999999999", "b", "zwölf");
    private static final Sample C = at("03", "c", "");
    private final SampleBatch batch = blocks(List.of(List.of(A, B), List.of(C)));

    @Test
    void iteratesOverAllSamples() {
        assertThat(batch).containsExactly(A, B, C);
        assertThat(batch.size()).isEqualTo(3);
        assertThat(batch.isEmpty()).isFalse();
    }

    @Test
    void theIteratorEnds() {
        Iterator<Sample> all = batch.iterator();
        all.next();
        all.next();
        all.next();

        assertThat(all.hasNext()).isFalse();
        assertThatThrownBy(all::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void columnsSayTheSameAsSamples() {
        for (int i = 0; i < batch.size(); i++) {
            Sample sample = batch.sample(i);
            assertThat(batch.seconds(i)).isEqualTo(sample.time().getEpochSecond());
            assertThat(batch.nanos(i)).isEqualTo(sample.time().getNano());
            assertThat(batch.parameter(i).name()).isEqualTo(sample.name());
            assertThat(utf8(batch, i)).isEqualTo(sample.text());
        }
    }

    @Test
    void blocksHaveBounds() {
        assertThat(batch.blockCount()).isEqualTo(2);
        assertThat(batch.blockStart(0)).isZero();
        assertThat(batch.blockEnd(0)).isEqualTo(2);
        assertThat(batch.blockStart(1)).isEqualTo(2);
        assertThat(batch.blockEnd(1)).isEqualTo(3);
    }

    @Test
    void aViewOfABlockIsABatch() {
        List<SampleBatch> views = batch.blocks();

        assertThat(views).hasSize(2);
        assertThat(list(views.get(0))).containsExactly(A, B);
        assertThat(list(views.get(1))).containsExactly(C);
        assertThat(views.get(1).blockCount()).isEqualTo(1);
        assertThat(views.get(1).blockEnd(0)).isEqualTo(1);
        assertThat(views.get(1).seconds(0)).isEqualTo(C.time().getEpochSecond());
        assertThat(utf8(views.get(0), 1)).isEqualTo("zwölf");
        assertThat(views.get(1).blocks()).hasSize(1);
    }

    @Test
    void rejectionsStayWithTheWholeAndCountAsRecordsUnlessContinued() {
        SampleBatchBuilder builder = SampleBatchBuilder.copying(StandardCharsets.ISO_8859_1);
        builder.reject(new Rejection(new byte[] {1}, "first piece"));
        builder.reject(new Rejection(new byte[] {2}, "first piece", true));
        builder.add(0, 0, new Parameter("a", 0), new byte[] {'1'}, 0, 1, 0, 1, true);
        SampleBatch mixed = builder.build();

        assertThat(mixed.rejections()).hasSize(2);
        assertThat(mixed.recordCount()).isEqualTo(2);
        assertThat(mixed.blocks().get(0).rejections()).isEmpty();
        assertThat(mixed).hasToString("samples: 1, blocks: 1, rejected: 2");
    }

    static String utf8(SampleBatch batch, int index) {
        byte[] to = new byte[batch.textUtf8Length(index)];
        assertThat(batch.writeTextUtf8(index, to, 0)).isEqualTo(to.length);
        return new String(to, StandardCharsets.UTF_8);
    }
}
