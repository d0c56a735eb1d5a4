package io.tcsstamp.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.telemetry.Seed;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BitsTest {
    @Test
    void a_field_is_read_from_the_most_significant_bit_on() {
        byte[] bytes = {0x12, (byte) 0x9F};
        assertThat(Bits.unsigned(bytes, 0, 4, 5)).isEqualTo(0b00101);
        assertThat(Bits.signed(bytes, 0, 8, 4)).isEqualTo(-7);
        assertThat(Bits.unsigned(bytes, 1, 0, 8)).isEqualTo(0x9F);
        assertThat(Bits.unsigned(bytes, 2, 0, 0)).isZero();
        assertThat(Bits.signed(bytes, 0, 16, 0)).isZero();
    }

    @Test
    void every_field_is_that_of_the_number_that_the_whole_array_is() {
        Seed.rounds(
                3000,
                random -> {
                    byte[] bytes = new byte[1 + random.nextInt(24)];
                    random.nextBytes(bytes);
                    int offset = random.nextInt(bytes.length);
                    int bits = 8 * (bytes.length - offset);
                    int bit = random.nextInt(bits);
                    int width = random.nextInt(bits - bit + 1);
                    BigInteger unsigned =
                            new BigInteger(1, bytes)
                                    .shiftRight(bits - bit - width)
                                    .mod(BigInteger.ONE.shiftLeft(width));
                    BigInteger signed =
                            width > 0 && unsigned.testBit(width - 1)
                                    ? unsigned.subtract(BigInteger.ONE.shiftLeft(width))
                                    : unsigned;
                    assertThat(Bits.unsignedBig(bytes, offset, bit, width)).isEqualTo(unsigned);
                    assertThat(Bits.signedBig(bytes, offset, bit, width)).isEqualTo(signed);
                    if (width <= 64) {
                        assertThat(Bits.unsigned(bytes, offset, bit, width))
                                .isEqualTo(unsigned.longValue());
                        assertThat(Bits.signed(bytes, offset, bit, width))
                                .isEqualTo(signed.longValue());
                    }
                    int surplus = -width & 7;
                    assertThat(Bits.leftAlignedBytes(bytes, offset, bit, width))
                            .isEqualTo(toBytes(unsigned.shiftLeft(surplus), (width + 7) / 8));
                    assertThat(Bits.rightAlignedBytes(bytes, offset, bit, width))
                            .isEqualTo(toBytes(unsigned, (width + 7) / 8));
                });
    }

    @Test
    void a_field_beyond_the_array_is_refused_wherever_it_begins() {
        for (int length = 0; length < 20; length++) {
            byte[] bytes = new byte[length];
            for (int bit = 0; bit <= 8 * length; bit++) {
                int first = bit;
                int width = 8 * length - bit + 1;
                assertThatThrownBy(() -> Bits.unsignedBig(bytes, 0, first, width))
                        .isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> Bits.leftAlignedBytes(bytes, 0, first, width))
                        .isInstanceOf(IndexOutOfBoundsException.class);
                if (width <= 64) {
                    assertThatThrownBy(() -> Bits.unsigned(bytes, 0, first, width))
                            .isInstanceOf(IndexOutOfBoundsException.class);
                    assertThatThrownBy(() -> Bits.signed(bytes, 0, first, width))
                            .isInstanceOf(IndexOutOfBoundsException.class);
                }
            }
        }
        byte[] some = new byte[100];
        assertThatThrownBy(() -> Bits.unsigned(some, 0, Integer.MAX_VALUE, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bits.unsigned(some, Integer.MAX_VALUE, Integer.MAX_VALUE, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bits.rightAlignedBytes(some, 0, 3, Integer.MAX_VALUE))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bits.leftAlignedBytes(some, 0, 3, -9))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static byte[] toBytes(BigInteger value, int length) {
        byte[] bytes = value.toByteArray();
        byte[] result = new byte[length];
        for (int i = 0; i < Math.min(length, bytes.length); i++) {
            result[length - 1 - i] = bytes[bytes.length - 1 - i];
        }
        return length == 0 ? result : Arrays.copyOf(result, length);
    }
}
