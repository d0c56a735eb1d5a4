package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The clear mode: a value is sent once. */
class HousekeepingClearTest {
    private final Housekeeping table = new Housekeeping(HousekeepingOptions.defaults());

    @Test
    void emitsTheLatestSampleOfEachName() {
        table.add(block(at("01", "a", "1"), at("02", "b", "2")));
        table.add(block(at("03", "a", "3")));

        assertThat(list(table.emit())).containsExactly(at("02", "b", "2"), at("03", "a", "3"));
    }

    @Test
    void theLaterRecordWinsEvenWithAnEarlierTime() {
        table.add(block(at("09", "a", "first"), at("01", "a", "second")));

        assertThat(list(table.emit())).containsExactly(at("01", "a", "second"));
    }

    @Test
    void forgetsWhatWasEmitted() {
        table.add(block(at("01", "a", "1"), at("02", "b", "2")));
        table.emit();
        table.add(block(at("03", "b", "3")));

        assertThat(list(table.emit())).containsExactly(at("03", "b", "3"));
    }

    @Test
    void emitsNothingWithoutANewSample() {
        assertThat(table.emit().isEmpty()).isTrue();
        table.add(block(at("01", "a", "1")));
        table.emit();

        SampleBatch nothing = table.emit();

        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.blockCount()).isZero();
    }

    @Test
    void anEmissionIsOneBlock() {
        table.add(
                Batches.blocks(List.of(List.of(at("01", "a", "1")), List.of(at("02", "b", "2")))));

        assertThat(table.emit().blockCount()).isEqualTo(1);
    }

    @Test
    void keepsRawValueAndTextOfEachSample() {
        Sample warm = new Sample(at("01", "t", "").time(), "t", "20.5 ºC", "20.5");
        table.add(block(warm));

        assertThat(list(table.emit())).containsExactly(warm);
    }

    @Test
    void anEmissionIsNotChangedByWhatComesLater() {
        table.add(block(at("01", "a", "one")));
        SampleBatch emission = table.emit();
        table.add(block(at("02", "a", "two")));
        table.emit();

        assertThat(list(emission)).containsExactly(at("01", "a", "one"));
    }
}
