package io.tcsstamp.tcs;

import static io.tcsstamp.tcs.Blocks.bytes;
import static io.tcsstamp.tcs.Blocks.text;
import static io.tcsstamp.telemetry.Batches.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Batches;
import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatches;
import io.tcsstamp.telemetry.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocks as the TCS EGSE sends them. */
class TcsFormatterTest {
    private final TcsFormatter formatter = new TcsFormatter();

    @Test
    void writesTheRawValueAndNoLineEndBeforeEtx() {
        Sample warm = new Sample(Instant.parse("2021-01-08T16:34:06.873Z"), "t", "1 ºC", "1");

        assertThat(text(formatter.format(Batches.block(warm, warm))))
                .isEqualTo(
                        "2021/01/08 16:34:06.873 UTC\tt\t1 ºC\r\n"
                                + "2021/01/08 16:34:06.873 UTC\tt\t1 ºC|");
    }

    @Test
    void endsEachBlock() {
        assertThat(
                        text(
                                formatter.format(
                                        Batches.blocks(
                                                List.of(
                                                        List.of(at("01", "a", "1")),
                                                        List.of(at("02", "b", "2")))))))
                .isEqualTo("2021/01/08 16:34:01.000 UTC\ta\t1|2021/01/08 16:34:02.000 UTC\tb\t2|");
    }

    @Test
    void whatLatin1CannotSayBecomesAQuestionMark() {
        assertThat(text(formatter.format(SampleBatches.of(List.of(at("01", "Ω", "1 €"))))))
                .endsWith("\t?\t1 ?|");
    }

    @Test
    void nothingIsNoBlock() {
        assertThat(formatter.format(SampleBatches.of(List.of()))).isEmpty();
    }

    @Test
    @Timeout(30)
    void whatItWritesIsReadBack() {
        Seed.rounds(
                200,
                random -> {
                    List<List<Sample>> blocks = new ArrayList<>();
                    for (int b = random.nextInt(5); b > 0; b--) {
                        List<Sample> block = new ArrayList<>();
                        for (int s = 1 + random.nextInt(5); s > 0; s--) {
                            long millis = (long) (random.nextDouble() * 253_402_300_799_999L);
                            String value = random.nextInt() + " ºC é";
                            String name = "né" + random.nextInt(9);
                            block.add(new Sample(Instant.ofEpochMilli(millis), name, value, value));
                        }
                        blocks.add(block);
                    }
                    byte[] bytes = formatter.format(Batches.blocks(blocks));

                    assertThat(Batches.blockLists(new TcsParser(UnitRules.none()).parse(bytes)))
                            .isEqualTo(blocks);
                });
    }

    @Test
    void itsLineEndsAreThoseOfTheInstrument() {
        byte[] bytes =
                bytes("2021/01/08 16:34:01.000 UTC\ta\t1\r\n2021/01/08 16:34:02.000 UTC\tb\t2|");

        assertThat(formatter.format(new TcsParser(UnitRules.none()).parse(bytes.clone())))
                .isEqualTo(bytes);
    }
}
