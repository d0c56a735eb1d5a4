package io.tcsstamp.telemetry;

import static io.tcsstamp.telemetry.Batches.at;
import static io.tcsstamp.telemetry.Batches.block;
import static io.tcsstamp.telemetry.Batches.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the table has no room for is rejected as it came; what it holds stays. */
class HousekeepingBoundsTest {
    @Test
    void aNewNameBeyondTheLimitIsRejected() {
        Housekeeping table = table(2, 1000);

        SampleBatch left =
                table.add(block(at("01", "a", "1"), at("02", "b", "2"), at("03", "c", "café")));

        assertThat(left.isEmpty()).isTrue();
        assertThat(left.rejections())
                .singleElement()
                .satisfies(
                        rejection -> {
                            assertThat(rejection.reason()).contains("2 names", "1000 bytes");
                            assertThat(new String(rejection.bytes(), StandardCharsets.UTF_8))
                                    .endsWith("\tc\tcafé");
                        });
        assertThat(list(table.emit())).containsExactly(at("01", "a", "1"), at("02", "b", "2"));
    }

    @Test
    void aKnownNameIsUpdatedAtTheLimitOfNames() {
        Housekeeping table = table(1, 1000);
        table.add(block(at("01", "a", "1")));

        assertThat(table.add(block(at("02", "a", "2"))).rejections()).isEmpty();
        assertThat(list(table.emit())).containsExactly(at("02", "a", "2"));
    }

    @Test
    void namesAndValuesFitUpToExactlyTheLimitOfBytes() {
        Housekeeping table = table(10, 12);

        assertThat(table.add(block(at("01", "a", "1234"), at("02", "bb", "56789"))).rejections())
                .isEmpty();
        assertThat(table.add(block(at("03", "c", ""))).rejections()).hasSize(1);
        assertThat(table.add(block(at("04", "a", ""), at("05", "cc", "34"))).rejections())
                .isEmpty();
    }

    @Test
    void aNameTakesItsLengthInUtf8() {
        assertThat(table(10, 2).add(block(at("01", "é", ""))).rejections()).isEmpty();
        assertThat(table(10, 1).add(block(at("01", "é", ""))).rejections()).hasSize(1);
    }

    @Test
    void aValueThatDoesNotFitLeavesTheOneBeforeIt() {
        Housekeeping table = table(10, 10);
        table.add(block(at("01", "a", "12345")));

        assertThat(table.add(block(at("02", "a", "x".repeat(10)))).rejections()).hasSize(1);
        assertThat(list(table.emit())).containsExactly(at("01", "a", "12345"));
        assertThat(table.superseded()).isZero();
    }

    @Test
    void aReplacedValueGivesItsBytesBack() {
        Housekeeping table = table(10, 11);
        for (int i = 0; i < 100; i++) {
            assertThat(table.add(block(at("01", "a", "1234567890"))).rejections()).isEmpty();
            assertThat(table.add(block(at("01", "a", "12"))).rejections()).isEmpty();
        }
        assertThat(table.add(block(at("01", "b", "1234567"))).rejections()).isEmpty();
    }

    @Test
    void anEmissionGivesTheRoomBackInTheClearMode() {
        Housekeeping table = table(1, 11);
        table.add(block(at("01", "a", "1234567890")));
        table.emit();

        assertThat(table.add(block(at("02", "b", "0987654321"))).rejections()).isEmpty();
    }

    @Test
    void anEmissionKeepsTheRoomInTheNoClearMode() {
        Housekeeping table =
                new Housekeeping(new HousekeepingOptions(false, EmissionOrder.TIME, false, 9, 11));
        table.add(block(at("01", "a", "1234567890")));
        table.emit();

        assertThat(table.add(block(at("02", "b", ""))).rejections()).hasSize(1);
        assertThat(table.add(block(at("02", "a", "0987654321"))).rejections()).isEmpty();
    }

    @Test
    void aBlockThatIsEmittedByItselfCarriesItsRejections() {
        SampleBatch emission =
                table(1, 1000).emitEachBlock(block(at("02", "a", "1"), at("01", "b", "2")));

        assertThat(list(emission)).containsExactly(at("02", "a", "1"));
        assertThat(emission.rejections()).hasSize(1);
    }

    private static Housekeeping table(int names, long bytes) {
        return new Housekeeping(
                new HousekeepingOptions(true, EmissionOrder.TIME, false, names, bytes));
    }
}
