package io.tcsstamp.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and text as UTF-8. */
class TextBufferTest {
    private final TextBuffer text = new TextBuffer(1);

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -1, 1_000_000_007L, Long.MAX_VALUE, Long.MIN_VALUE})
    void integersAreExact(long value) {
        text.append(value);

        assertThat(text).hasToString(Long.toString(value));
    }

    @Test
    void aLongMayBeUnsigned() {
        text.appendUnsigned(-1);

        assertThat(text).hasToString("18446744073709551615");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-12, -12.0",
        "0.1, 0.1",
        "2e-3, 0.002",
        "2.0E-323, 2.0E-323",
        "1e23, 1.0E23",
        "9999999, 9999999.0",
        "10000000, 1.0E7",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf",
        "2e22, 2.0E22"
    })
    void floatsHaveTheFewestDigits(double value, String expected) {
        text.append(value);

        assertThat(text).hasToString(expected);
    }

    @Test
    void floatsComeBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double value =
                    i % 3 == 0
                            ? random.nextInt() / 1000.0
                            : Double.longBitsToDouble(random.nextLong());
            text.clear();
            text.append(value);
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(text.toString()))
                        .as("seed %d", seed)
                        .isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "ºC", "€", "\uD83D\uDE80 up", "a\u0000b"})
    void textIsUtf8(String value) {
        text.appendUtf8(value);

        assertThat(Arrays.copyOf(text.bytes(), text.length()))
                .isEqualTo(value.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uDE80", "\uDE80\uD83D", "\uD83Dx"})
    void halfACharacterIsReplaced(String value) {
        text.appendUtf8(value);

        assertThat(text).hasToString(value.replace('\uD83D', '\uFFFD').replace('\uDE80', '\uFFFD'));
    }

    @Test
    void growsAndShrinks() {
        for (int i = 0; i < 1000; i++) {
            text.append('x');
        }
        text.appendHex(new byte[] {9, (byte) 0xAB, 0, 127}, 1, 2);
        text.appendAgain(999, 1002);

        assertThat(text).hasToString("x".repeat(1000) + "ab00" + "xab");
        text.truncate(2);
        assertThat(text).hasToString("xx");
        assertThatThrownBy(() -> text.truncate(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
