package io.tcsstamp.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random batches and emissions give what a simple model gives, and every sample adds up. */
class HousekeepingModelTest {
    @Test
    @Timeout(30)
    void behavesLikeTheModel() {
        Seed.rounds(300, HousekeepingModelTest::compare);
    }

    private static void compare(Random random) {
        HousekeepingOptions options =
                new HousekeepingOptions(
                        random.nextBoolean(),
                        random.nextBoolean() ? EmissionOrder.TIME : EmissionOrder.NAME,
                        random.nextBoolean(),
                        1000,
                        1 << 20);
        Housekeeping table = new Housekeeping(options);
        HousekeepingModel model = new HousekeepingModel(options);
        ParameterTable names = new ParameterTable("", random.nextBoolean() ? 1000 : 2);
        boolean eachBlock = random.nextBoolean();
        for (int step = 0; step < 20; step++) {
            List<List<Sample>> blocks = randomBlocks(random);
            SampleBatch batch = Batches.blocks(names, blocks);
            if (eachBlock) {
                assertThat(Batches.blockLists(table.emitEachBlock(batch)))
                        .isEqualTo(model.emitEachBlock(blocks));
            } else if (random.nextInt(4) == 0) {
                assertThat(Batches.list(table.emit())).isEqualTo(model.emit());
            } else {
                blocks.forEach(model::add);
                assertThat(table.add(batch).rejections()).isEmpty();
            }
            assertThat(table.forwarded()).isEqualTo(model.forwarded);
            assertThat(table.superseded()).isEqualTo(model.superseded);
            assertThat(table.repeated()).isEqualTo(model.repeated);
            assertThat(table.pending()).isEqualTo(model.pending());
            assertThat(table.forwarded() + table.superseded() + table.pending())
                    .as("every sample taken in is counted once")
                    .isEqualTo(model.taken);
        }
    }

    private static List<List<Sample>> randomBlocks(Random random) {
        List<List<Sample>> blocks = new ArrayList<>();
        for (int b = random.nextInt(4); b > 0; b--) {
            List<Sample> block = new ArrayList<>();
            for (int s = 1 + random.nextInt(6); s > 0; s--) {
                long millis = 1_610_123_640_000L + random.nextInt(3000);
                String value = "v".repeat(random.nextInt(3)) + random.nextInt(100) + " ºC";
                block.add(
                        new Sample(
                                Instant.ofEpochMilli(millis).plusNanos(random.nextInt(1_000_000)),
                                "n" + random.nextInt(6),
                                value,
                                random.nextBoolean() ? value.replace(" ºC", "") : value));
            }
            blocks.add(block);
        }
        return blocks;
    }
}
