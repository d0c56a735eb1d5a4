package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of samples that came one by one. */
class SampleBatchesTest {
    @Test
    void holdsTheSamplesAsOneBlock() {
        Sample euro = new Sample(at("01", "x", "").time(), "τ €", "20.5 €", "20.5");
        SampleBatch batch = SampleBatches.of(List.of(euro, at("02", "b", "2")));

        assertThat(batch).containsExactly(euro, at("02", "b", "2"));
        assertThat(batch.blockCount()).isEqualTo(1);
        assertThat(SampleBatchTest.utf8(batch, 0)).isEqualTo("20.5");
    }

    @Test
    void aTextBeyondAsciiIsWrittenInUtf8() {
        SampleBatch batch = SampleBatches.of(List.of(at("01", "a", "ζ ºC 🛰")));

        assertThat(SampleBatchTest.utf8(batch, 0)).isEqualTo("ζ ºC 🛰");
    }

    @Test
    void aBatchStaysItself() {
        SampleBatch batch = Batches.block(at("01", "a", "1"));

        assertThat(SampleBatches.of(batch)).isSameAs(batch);
    }

    @Test
    void nothingMakesAnEmptyBatch() {
        SampleBatch batch = SampleBatches.of(List.of());

        assertThat(batch.isEmpty()).isTrue();
        assertThat(batch.blockCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\t", "\u0000", "\u001F", "\u007F", "\u0085", "\u009F"})
    void aControlCharacterAnywhereRejectsTheSample(String control) {
        Sample time = at("01", "t", "");
        SampleBatch batch =
                SampleBatches.of(
                        List.of(
                                at("01", "a" + control, "1"),
                                at("01", "b", "1" + control),
                                new Sample(time.time(), "c", "raw", control + "text"),
                                at("01", "good", "1")));

        assertThat(batch).containsExactly(at("01", "good", "1"));
        assertThat(batch.rejections()).hasSize(3);
        assertThat(batch.rejections().get(1).bytes())
                .isEqualTo(("b\t1" + control).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyNameRejectsTheSample() {
        assertThat(SampleBatches.of(List.of(at("01", "", "1"))).rejections()).hasSize(1);
    }
}
