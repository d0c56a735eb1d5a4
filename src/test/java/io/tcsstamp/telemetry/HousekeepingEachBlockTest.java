package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.blockLists;
import static io.tcsstamp.telemetry.Batches.blocks;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rate 0: every block is an emission of its own. */
class HousekeepingEachBlockTest {
    private final Housekeeping table = new Housekeeping(HousekeepingOptions.defaults());

    @Test
    void blocksThatNeedNothingPassAsTheyAre() {
        SampleBatch batch =
                blocks(
                        List.of(
                                List.of(at("01", "a", "1"), at("01", "b", "2")),
                                List.of(at("01", "a", "3"))));

        assertThat(table.emitEachBlock(batch)).isSameAs(batch);
        assertThat(table.forwarded()).isEqualTo(3);
    }

    @Test
    void theLastOfANameTwiceInABlockWinsAtTheFirstOnesPlace() {
        SampleBatch batch =
                block(at("01", "a", "old"), at("01", "b", "between"), at("01", "a", "new"));

        assertThat(blockLists(table.emitEachBlock(batch)))
                .containsExactly(List.of(at("01", "a", "new"), at("01", "b", "between")));
        assertThat(table.superseded()).isEqualTo(1);
        assertThat(table.forwarded()).isEqualTo(2);
    }

    @Test
    void aNameInTwoBlocksIsSentTwice() {
        SampleBatch batch =
                blocks(
                        List.of(
                                List.of(at("02", "a", "1"), at("01", "b", "2")),
                                List.of(at("03", "a", "3"))));

        assertThat(blockLists(table.emitEachBlock(batch)))
                .containsExactly(
                        List.of(at("01", "b", "2"), at("02", "a", "1")),
                        List.of(at("03", "a", "3")));
        assertThat(table.superseded()).isZero();
    }

    @Test
    void noClearRepeatsAfterEveryBlock() {
        Housekeeping keeping =
                new Housekeeping(
                        new HousekeepingOptions(false, EmissionOrder.TIME, false, 10, 1000));
        SampleBatch batch =
                blocks(List.of(List.of(at("01", "a", "1")), List.of(at("02", "b", "2"))));

        assertThat(blockLists(keeping.emitEachBlock(batch)))
                .containsExactly(
                        List.of(at("01", "a", "1")),
                        List.of(at("01", "a", "1"), at("02", "b", "2")));
        assertThat(keeping.repeated()).isEqualTo(1);
    }

    @Test
    void samplesWithoutAListedNameAreStillEmittedOnce() {
        SampleBatch batch = SampleBatches.of(List.of(at("01", "a", "1"), at("01", "a", "2")));

        assertThat(blockLists(table.emitEachBlock(batch)))
                .containsExactly(List.of(at("01", "a", "2")));
    }
}
