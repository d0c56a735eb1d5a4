package io.tcsstamp.tcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Batches;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.Seed;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes, the parser reads and rejects exactly what the plain one does. */
class TcsParserFuzzTest {
    private static final UnitRules RULES =
            UnitRules.load(Path.of("definitions/tcs-units.properties"));
    private static final String[] NAMES = {
        "ch1_iout", "ch1_vout", "ambient_rtd", "psu_vdc", "storage_mmi", "op_mode", "other", "é"
    };
    private static final String[] VALUES = {
        "1.5 A [2 Apk]",
        "24.6 V",
        "3 V [1 Vpk]",
        "20.5 ºC",
        "20.5 °C",
        "[free 1]",
        "1 [idle]",
        "",
        "x"
    };
    private static final String[] TIMES = {
        "2021/01/08 16:34:06.873 UTC",
        "2021/01/08 16:34:06.1 UTC",
        "2021/01/08 16:34:07 UTC",
        "2024/02/29 00:00:00.000001 UTC",
        "9999/12/31 23:59:59.999999 UTC",
        "0001/01/01 00:00:00 UTC",
        "2021/02/30 00:00:00 UTC",
        "2021/01/08 16:34:06.1234567 UTC",
        "2021/01/08 16:34:06. UTC",
        "soon"
    };

    @Test
    @Timeout(30)
    void randomBytes() {
        Seed.rounds(
                500,
                random -> {
                    byte[] bytes = new byte[random.nextInt(500)];
                    random.nextBytes(bytes);
                    compare(bytes, random);
                });
    }

    @Test
    @Timeout(30)
    void randomBytesOfWhatMatters() {
        byte[] alphabet = "\t\t\t\n\r\u0003 UTC/:.0129a\u009F\u00A0ºé\u0000".getBytes(ISO_8859_1);
        Seed.rounds(
                1000,
                random -> {
                    byte[] bytes = new byte[random.nextInt(200)];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = alphabet[random.nextInt(alphabet.length)];
                    }
                    compare(bytes, random);
                });
    }

    @Test
    @Timeout(30)
    void recordsWithRandomMistakes() {
        Seed.rounds(
                1000,
                random -> {
                    byte[] bytes = blocks(random).getBytes(ISO_8859_1);
                    for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
                        bytes = mutate(bytes, random);
                    }
                    compare(bytes, random);
                });
    }

    private static String blocks(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(random.nextInt(3) > 0 ? TIMES[0] : pick(TIMES, random))
                    .append('\t')
                    .append(pick(NAMES, random))
                    .append('\t')
                    .append(pick(VALUES, random))
                    .append(random.nextInt(8) == 0 ? "\textra" : "")
                    .append(pick(new String[] {"\r\n", "\n", "\u0003", "\r\n\u0003"}, random));
        }
        return text.toString();
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        switch (random.nextInt(3)) {
            case 0 -> changed[at] = (byte) random.nextInt(256);
            case 1 -> System.arraycopy(bytes, at, changed, at + 1, bytes.length - at - 1);
            default -> {
                System.arraycopy(bytes, at + 1, changed, at, bytes.length - at - 1);
                changed = Arrays.copyOf(changed, bytes.length - 1);
            }
        }
        return changed;
    }

    private static <T> T pick(T[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    /** The parser keeps what it has seen, so it is given the same bytes twice, after others. */
    private static void compare(byte[] bytes, Random random) {
        NaiveTcsParser naive = new NaiveTcsParser(TcsParserFuzzTest::textOf);
        naive.parse(bytes);
        TcsParser parser = new TcsParser(RULES);
        parser.parse(blocks(random).getBytes(ISO_8859_1));
        for (int pass = 0; pass < 2; pass++) {
            SampleBatch batch = parser.parse(bytes.clone());
            assertThat(Batches.blockLists(batch)).isEqualTo(naive.blocks);
            assertThat(batch.rejections())
                    .extracting(r -> new String(r.bytes(), ISO_8859_1))
                    .isEqualTo(naive.rejected);
            assertThat(batch.recordCount()).isEqualTo(batch.size() + naive.rejected.size());
        }
    }

    private static String textOf(String name, String raw) {
        return NaiveUnits.SHIPPED.cut(name, raw);
    }
}
