package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order within an emission: by time at the printed precision and stable, or by name. */
class HousekeepingOrderTest {
    private static final SampleBatch MIXED =
            block(
                    at("02.900", "d", ""),
                    at("02.100", "c", ""),
                    at("01.5008", "b", ""),
                    at("01.5003", "a", ""),
                    at("01.400", "é", ""));

    @Test
    void wholeSecondsKeepTheFirstSeenOrderWithinASecond() {
        assertThat(names(EmissionOrder.TIME, false)).containsExactly("b", "a", "é", "d", "c");
    }

    @Test
    void millisecondsCountWhereTheyArePrintedAndNothingBelow() {
        assertThat(names(EmissionOrder.TIME, true)).containsExactly("é", "b", "a", "c", "d");
    }

    @Test
    void byName() {
        assertThat(names(EmissionOrder.NAME, false)).containsExactly("a", "b", "c", "d", "é");
    }

    @Test
    void timesBefore1970AreInOrder() {
        Housekeeping table = table(EmissionOrder.TIME, true);
        table.add(
                block(
                        Batches.sample("1969-12-31T23:59:59.999Z", "late", ""),
                        Batches.sample("1969-12-31T23:59:59.001Z", "early", "")));

        assertThat(names(table.emit())).containsExactly("early", "late");
    }

    @Test
    void eachBlockIsSortedByItself() {
        SampleBatch batch =
                Batches.blocks(
                        List.of(
                                List.of(at("05", "e", ""), at("04", "d", "")),
                                List.of(at("03", "c", ""), at("02", "b", ""))));

        SampleBatch emission = table(EmissionOrder.TIME, false).emitEachBlock(batch);

        assertThat(names(emission)).containsExactly("d", "e", "b", "c");
        assertThat(emission.blockCount()).isEqualTo(2);
    }

    private static List<String> names(EmissionOrder order, boolean fractional) {
        Housekeeping gathered = table(order, fractional);
        gathered.add(MIXED);
        List<String> names = names(gathered.emit());
        assertThat(names(table(order, fractional).emitEachBlock(MIXED)))
                .as("emitted as a block")
                .isEqualTo(names);
        return names;
    }

    private static Housekeeping table(EmissionOrder order, boolean fractional) {
        return new Housekeeping(new HousekeepingOptions(true, order, fractional, 100, 1 << 16));
    }

    private static List<String> names(SampleBatch batch) {
        return Batches.list(batch).stream().map(Sample::name).toList();
    }
}
