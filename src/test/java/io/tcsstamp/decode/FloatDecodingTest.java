package io.tcsstamp.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.definition.Calibration;
import io.tcsstamp.definition.DataEncoding.BitOrder;
import io.tcsstamp.definition.DataEncoding.ByteOrder;
import io.tcsstamp.definition.DataEncoding.FloatKind;
import io.tcsstamp.definition.DataEncoding.OfFloat;
import io.tcsstamp.definition.DefinitionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floats of every format. */
class FloatDecodingTest {
    @ParameterizedTest
    @CsvSource({
        "IEEE754, 16, 3c00, 1.0",
        "IEEE754, 16, 0001, 5.9604644775390625E-8",
        "IEEE754, 16, 7bff, 65504.0",
        "IEEE754, 16, fc00, -Infinity",
        "IEEE754, 16, 7c01, NaN",
        "IEEE754, 16, 8000, -0.0",
        "IEEE754, 32, 3f800000, 1.0",
        "IEEE754, 64, c000000000000000, -2.0",
        "IEEE754, 80, 3fff8000000000000000, 1.0",
        "IEEE754, 80, c000c000000000000000, -3.0",
        "IEEE754, 80, 7fff8000000000000000, Infinity",
        "IEEE754, 80, 7fffc000000000000000, NaN",
        "IEEE754, 80, 7ffeffffffffffffffff, Infinity",
        "IEEE754, 80, 3c018000000000000000, 2.2250738585072014E-308",
        "IEEE754, 80, 3bcd8000000000000000, 4.9E-324",
        "IEEE754, 80, 3bcc8000000000000000, 0.0",
        "IEEE754, 80, 3bcc8000000000000001, 4.9E-324",
        "IEEE754, 80, 00000000000000000001, 0.0",
        "IEEE754, 128, 3fff0000000000000000000000000000, 1.0",
        "IEEE754, 128, 4000921fb54442d18469898cc51701b8, 3.141592653589793",
        "IEEE754, 128, ffff0000000000000000000000000000, -Infinity",
        "IEEE754, 128, 7fff8000000000000000000000000000, NaN",
        "MILSTD_1750A, 32, 40000000, 0.5",
        "MILSTD_1750A, 32, 7fffff7f, 1.7014116317805963E38",
        "MILSTD_1750A, 32, 80000000, -1.0",
        "MILSTD_1750A, 48, 400000000000, 0.5",
        "MILSTD_1750A, 48, 400000010001, 1.000000000003638",
        "MILSTD_1750A, 48, a00000ff0000, -0.375",
    })
    void formats(FloatKind kind, int bits, String hex, double expected) throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        PacketValues values = s.root(s.field("X", s.real(bits, kind))).decode(hex);
        assertThat(values.value(0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "32, LEAST_SIGNIFICANT_FIRST, MOST_SIGNIFICANT_FIRST, 0000803f",
        "32, MOST_SIGNIFICANT_FIRST, LEAST_SIGNIFICANT_FIRST, 000001fc",
        "80, LEAST_SIGNIFICANT_FIRST, MOST_SIGNIFICANT_FIRST, 0000000000000080ff3f",
        "80, MOST_SIGNIFICANT_FIRST, LEAST_SIGNIFICANT_FIRST, 0000000000000001fffc",
        "128, LEAST_SIGNIFICANT_FIRST, MOST_SIGNIFICANT_FIRST, 0000000000000000000000000000ff3f",
        "128, MOST_SIGNIFICANT_FIRST, LEAST_SIGNIFICANT_FIRST, 0000000000000000000000000000fffc",
    })
    void one_in_every_order(int bits, ByteOrder bytes, BitOrder order, String hex)
            throws DefinitionException {
        TestDefinitions s = new TestDefinitions();
        OfFloat encoding = new OfFloat(bits, FloatKind.IEEE754, bytes, order, Calibration.NONE);
        assertThat(s.root(s.field("X", s.number(encoding))).decode(hex).value(0)).isEqualTo(1.0);
    }

    @Test
    void wide_floats_are_rounded_to_the_nearest_double() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            // normal, subnormal and overflowing doubles
            int exponent = 16383 - 1090 + random.nextInt(2130);
            long significand = random.nextLong() | Long.MIN_VALUE;
            if (random.nextBoolean()) {
                significand &= -1L << random.nextInt(63);
            }
            double got = Floats.wide(exponent, significand, 80);
            BigDecimal exact = scaled(new BigDecimal(unsigned(significand)), exponent - 16383 - 63);
            assertThat(got)
                    .as("seed %d: %x %x", seed, exponent, significand)
                    .isEqualTo(exact.doubleValue());
            long fraction = random.nextLong() & 0xFFFF_FFFF_FFFFL;
            long low = random.nextInt(3) == 0 ? 0 : random.nextLong();
            BigInteger all =
                    BigInteger.valueOf(fraction | 1L << 48).shiftLeft(64).or(unsigned(low));
            assertThat(Floats.wide((long) exponent << 48 | fraction, low, 128))
                    .as("seed %d: %x %x %x", seed, exponent, fraction, low)
                    .isEqualTo(scaled(new BigDecimal(all), exponent - 16383 - 112).doubleValue());
        }
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    private static BigDecimal scaled(BigDecimal value, int exponent) {
        BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(exponent)));
        return exponent >= 0
                ? value.multiply(power)
                : value.divide(power, new MathContext(2000, RoundingMode.HALF_EVEN));
    }
}
