package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.list;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The no-clear mode: what was not updated is sent again, with its old time and value. */
class HousekeepingNoClearTest {
    private final Housekeeping table =
            new Housekeeping(
                    new HousekeepingOptions(false, EmissionOrder.TIME, false, 100, 1 << 16));

    @Test
    void sendsAgainWhatWasNotUpdated() {
        table.add(block(at("01", "a", "1"), at("02", "b", "2")));
        table.emit();
        table.add(block(at("03", "a", "3")));

        assertThat(list(table.emit())).containsExactly(at("02", "b", "2"), at("03", "a", "3"));
        assertThat(table.repeated()).isEqualTo(1);
        assertThat(table.forwarded()).isEqualTo(3);
    }

    @Test
    void emitsNothingWithoutANewSample() {
        table.add(block(at("01", "a", "1")));
        table.emit();

        assertThat(table.emit().isEmpty()).isTrue();
        assertThat(table.repeated()).isZero();
    }

    @Test
    void replacingAnEmittedSampleSupersedesNothing() {
        table.add(block(at("01", "a", "1")));
        table.emit();
        table.add(block(at("02", "a", "2")));

        assertThat(table.superseded()).isZero();
        assertThat(table.pending()).isEqualTo(1);
    }

    @Test
    void keepsTheFirstSeenPlaceAmongEqualTimes() {
        table.add(block(at("01", "b", "1"), at("01", "a", "2")));
        table.emit();
        table.add(block(at("01", "a", "3"), at("01", "b", "4")));

        assertThat(list(table.emit())).containsExactly(at("01", "b", "4"), at("01", "a", "3"));
    }

    @Test
    void aValueThatGrowsAndShrinksIsKeptExactly() {
        String large = "x".repeat(5000);
        table.add(block(at("01", "a", "1")));
        table.emit();
        table.add(block(at("02", "a", large)));
        assertThat(list(table.emit())).containsExactly(at("02", "a", large));
        table.add(block(at("03", "a", "")));
        assertThat(list(table.emit())).containsExactly(at("03", "a", ""));
        table.add(block(at("04", "a", "end")));

        assertThat(list(table.emit())).containsExactly(at("04", "a", "end"));
    }
}
