package io.tcsstamp.tcs;

import static io.tcsstamp.tcs.Blocks.bytes;
import static io.tcsstamp.tcs.Blocks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Blocks without a record are counted while they come in a row, across batches. */
class TcsParserEmptyBlocksTest {
    private final TcsParser parser = new TcsParser(UnitRules.none());

    @Test
    void countsWithinABatch() {
        assertThat(emptyRun("|||")).isEqualTo(3);
    }

    @Test
    void countsAcrossBatches() {
        emptyRun("|||");
        emptyRun("||");

        assertThat(emptyRun("|")).isEqualTo(6);
    }

    @Test
    void aBlockOfEmptyRecordsIsEmpty() {
        assertThat(emptyRun("\r\n|\n\n|")).isEqualTo(2);
    }

    @Test
    void aRecordEndsTheRow() {
        emptyRun("|||");
        emptyRun(entry("a", "1") + "|");

        assertThat(emptyRun("|")).isEqualTo(1);
    }

    @Test
    void aMalformedRecordEndsItToo() {
        emptyRun("|||");
        emptyRun("garbage|");

        assertThat(emptyRun("|")).isEqualTo(1);
    }

    @Test
    void theLongestRowOfABatchIsTold() {
        String values = entry("a", "1") + "|";

        assertThat(emptyRun("||" + values + "||||" + values + "|")).isEqualTo(4);
    }

    @Test
    void aRowThatEndsWithinABatchIsToldOnce() {
        emptyRun("||");

        assertThat(emptyRun("|" + entry("a", "1") + "|")).isEqualTo(3);
        assertThat(emptyRun(entry("a", "1") + "|")).isZero();
    }

    @Test
    void recordsOfABlockThatWasCutOffEndTheRow() {
        emptyRun("|||");
        emptyRun(entry("a", "1") + "\r\n");

        assertThat(emptyRun("|")).isEqualTo(1);
    }

    private int emptyRun(String blocks) {
        return parser.parse(bytes(blocks)).emptyRun();
    }
}
