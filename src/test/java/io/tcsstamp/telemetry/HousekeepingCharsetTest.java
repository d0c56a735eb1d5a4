package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One table may be fed in ISO-8859-1 and in UTF-8; nothing is garbled or lost. */
class HousekeepingCharsetTest {
    private static final Sample LATIN1 = at("01", "é", "20 ºC");
    private static final Sample UTF8 = at("02", "τ", "20 €");

    @Test
    void bothAreEmittedAsTheyCame() {
        Housekeeping table = table(true);
        table.add(block(LATIN1));
        table.add(SampleBatches.of(List.of(UTF8)));

        assertThat(list(table.emit())).containsExactly(LATIN1, UTF8);
        table.add(SampleBatches.of(List.of(UTF8)));
        table.add(block(LATIN1));
        assertThat(list(table.emit())).containsExactly(LATIN1, UTF8);
    }

    @Test
    void bothAreRepeatedAsTheyCame() {
        Housekeeping table = table(false);
        table.emitEachBlock(SampleBatches.of(List.of(UTF8)));

        assertThat(list(table.emitEachBlock(block(LATIN1)))).containsExactly(LATIN1, UTF8);
    }

    @Test
    void theirBytesAddUp() {
        Housekeeping table = table(false);
        for (int i = 0; i < 50; i++) {
            // twelve bytes at least, so that there is no room for a hundred more
            table.add(block(LATIN1));
            table.add(SampleBatches.of(List.of(at("02", "x", "1"))));
            table.emit();
        }
        assertThat(table.add(block(at("03", "more", "x".repeat(90)))).rejections()).hasSize(1);
    }

    private static Housekeeping table(boolean clear) {
        return new Housekeeping(new HousekeepingOptions(clear, EmissionOrder.TIME, false, 10, 100));
    }
}
