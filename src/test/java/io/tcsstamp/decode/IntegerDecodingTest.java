package io.tcsstamp.decode;

import static io.tcsstamp.decode.TestDefinitions.integerEncoding;
import static io.tcsstamp.decode.TestDefinitions.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.IntegerKind;
import io.tcsstamp.definition.DataEncoding.OfInteger;
import io.tcsstamp.definition.DefinitionException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integers of every kind, order and width. */
class IntegerDecodingTest {
    @ParameterizedTest
    @CsvSource({
        "UNSIGNED, 8, ff, 255",
        "UNSIGNED, 64, ffffffffffffffff, 18446744073709551615",
        "TWOS_COMPLEMENT, 8, ff, -1",
        "TWOS_COMPLEMENT, 64, 8000000000000000, -9223372036854775808",
        "ONES_COMPLEMENT, 8, fe, -1",
        "ONES_COMPLEMENT, 8, ff, 0",
        "ONES_COMPLEMENT, 16, 7fff, 32767",
        "SIGN_MAGNITUDE, 8, 81, -1",
        "SIGN_MAGNITUDE, 8, 80, 0",
        "SIGN_MAGNITUDE, 64, ffffffffffffffff, -9223372036854775807",
        "SIGN_MAGNITUDE, 1, 80, 0",
        "BCD, 24, 010203, 123",
        "BCD, 16, 3139, 19",
        "PACKED_BCD, 16, 1234, 1234",
        "PACKED_BCD, 64, 9999999999999999, 9999999999999999",
        "UNSIGNED, 72, 010000000000000000, 18446744073709551616",
        "TWOS_COMPLEMENT, 72, ffffffffffffffffff, -1",
        "ONES_COMPLEMENT, 72, fffffffffffffffffe, -1",
        "SIGN_MAGNITUDE, 72, 800000000000000005, -5",
        "BCD, 80, 01020304050607080900, 1234567890",
        "PACKED_BCD, 68, 123456789012345670, 12345678901234567",
        "PACKED_BCD, 80, 12345678901234567890, 12345678901234567890",
    })
    void kinds(IntegerKind kind, int bits, String hex, BigInteger expected)
            throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        PacketValues values =
                s.root(s.field("X", s.integer(bits, kind, Calibration.NONE))).decode(hex);
        assertThat(shown(values)).containsExactly("X=" + expected);
    }

    @ParameterizedTest
    @CsvSource({"BCD, 16, 0a01", "PACKED_BCD, 16, 12a4", "PACKED_BCD, 72, 0000000000000000a0"})
    void a_digit_over_nine_is_a_failure_and_leaves_no_value(IntegerKind kind, int bits, String hex)
            throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        PacketValues values =
                s.root(s.field("X", s.integer(bits, kind, Calibration.NONE))).decode(hex);
        assertThat(values.report().orElseThrow().cause()).isEqualTo(Cause.VALUE);
        assertThat(values.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "16, LEAST_SIGNIFICANT_FIRST, MOST_SIGNIFICANT_FIRST, 0102, 513",
        "12, LEAST_SIGNIFICANT_FIRST, MOST_SIGNIFICANT_FIRST, 01f0, 3841",
        "72, LEAST_SIGNIFICANT_FIRST, MOST_SIGNIFICANT_FIRST, 010000000000000001,"
                + " 18446744073709551617",
        "4, MOST_SIGNIFICANT_FIRST, LEAST_SIGNIFICANT_FIRST, 80, 1",
        "16, MOST_SIGNIFICANT_FIRST, LEAST_SIGNIFICANT_FIRST, 8001, 32769",
        "16, MOST_SIGNIFICANT_FIRST, LEAST_SIGNIFICANT_FIRST, 8000, 1",
        "65, MOST_SIGNIFICANT_FIRST, LEAST_SIGNIFICANT_FIRST, 800000000000000080,"
                + " 18446744073709551617",
    })
    void orders(int bits, ByteOrder bytes, BitOrder order, String hex, BigInteger expected)
            throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        OfInteger encoding =
                new OfInteger(bits, IntegerKind.UNSIGNED, bytes, order, Calibration.NONE);
        PacketValues values = s.root(s.field("X", s.number(encoding))).decode(hex);
        assertThat(shown(values)).containsExactly("X=" + expected);
    }

    @Test
    void any_width_at_any_place_gives_what_big_integers_give() throws DefinitionException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int before = 1 + random.nextInt(20);
            int width = 1 + random.nextInt(130);
            byte[] packet = new byte[20];
            random.nextBytes(packet);
            TestDefinitions s = new TestDefinitions();
            s.root(
                    s.field("A", s.unsigned(before)),
                    s.field(
                            "X",
                            s.number(
                                    integerEncoding(
                                            width, IntegerKind.UNSIGNED, Calibration.NONE))));
            BigInteger expected =
                    new BigInteger(1, packet)
                            .shiftRight(160 - before - width)
                            .and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
            assertThat(shown(s.decode(HexFormat.of().formatHex(packet))).get(1))
                    .as("seed %d: %d bits at %d", seed, width, before)
                    .isEqualTo("X=" + expected);
        }
    }

    @Test
    void wide_integers_in_any_order_are_their_digits_turned_round() throws DefinitionException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int width = 65 + random.nextInt(OfInteger.MAX_BITS - 64);
            byte[] packet = new byte[OfInteger.MAX_BITS / 8];
            random.nextBytes(packet);
            ByteOrder bytes = ByteOrder.values()[random.nextInt(2)];
            BitOrder order = BitOrder.values()[random.nextInt(2)];
            StringBuilder digits = new StringBuilder(new BigInteger(1, packet).toString(2));
            digits.insert(0, "0".repeat(8 * packet.length - digits.length())).setLength(width);
            if (order == BitOrder.LEAST_SIGNIFICANT_FIRST) {
                digits.reverse();
            }
            if (bytes == ByteOrder.LEAST_SIGNIFICANT_FIRST) {
                StringBuilder swapped = new StringBuilder();
                for (int at = 0; at < width; at += 8) {
                    swapped.insert(0, digits.substring(at, Math.min(width, at + 8)));
                }
                digits = swapped;
            }
            TestDefinitions s = new TestDefinitions();
            OfInteger encoding =
                    new OfInteger(width, IntegerKind.UNSIGNED, bytes, order, Calibration.NONE);
            s.root(s.field("X", s.number(encoding)));
            assertThat(shown(s.decode(HexFormat.of().formatHex(packet))))
                    .as("seed %d: %d bits, %s, %s", seed, width, bytes, order)
                    .containsExactly("X=" + new BigInteger(digits.toString(), 2));
        }
    }

    @Test
    void a_packet_that_ends_early_says_what_was_wanted_and_keeps_what_was_decoded()
            throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        s.root(
                s.field("A", s.unsigned(8)),
                s.field("B", s.unsigned(8)),
                s.field("C", s.unsigned(16)));
        DecodeReport report = s.decode("010203").report().orElseThrow();
        assertThat(report.cause()).isEqualTo(Cause.SHORT);
        assertThat(report.field()).isEqualTo("C");
        assertThat(report.bitPosition()).isEqualTo(16);
        assertThat(report.message()).contains("16 bits", "bit 16", "has 24");
        assertThat(report.decoded()).extracting(DecodedValue::name).containsExactly("A", "B");
        assertThat(report.packet()).containsExactly(1, 2, 3);
    }

    @Test
    void bits_behind_the_last_field_are_a_warning() throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        PacketValues values = s.root(s.field("A", s.unsigned(4))).decode("1fff");
        assertThat(values.failed()).isFalse();
        assertThat(values.overlong()).isTrue();
        DecodeReport report = values.report().orElseThrow();
        assertThat(report.isWarning()).isTrue();
        assertThat(report.bitPosition()).isEqualTo(4);
        assertThat(report.message()).startsWith("12 bits");
    }
}
