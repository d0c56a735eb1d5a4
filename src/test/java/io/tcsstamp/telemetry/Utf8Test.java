package io.tcsstamp.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text comes out in UTF-8 whatever it came in. */
class Utf8Test {
    @Test
    void everyCharacterOfLatin1IsTranscoded() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        byte[] expected = new String(bytes, ISO_8859_1).getBytes(UTF_8);

        assertThat(Utf8.length(bytes, 0, 256, ISO_8859_1)).isEqualTo(expected.length);
        byte[] to = new byte[expected.length];
        assertThat(Utf8.write(bytes, 0, 256, ISO_8859_1, to, 0)).isEqualTo(expected.length);
        assertThat(to).isEqualTo(expected);
    }

    @Test
    void utf8StaysAsItIs() {
        byte[] bytes = "..Ωº🛰..".getBytes(UTF_8);
        int length = bytes.length - 4;

        assertThat(Utf8.length(bytes, 2, length, UTF_8)).isEqualTo(length);
        byte[] to = new byte[length];
        assertThat(Utf8.write(bytes, 2, length, UTF_8, to, 0)).isEqualTo(length);
        assertThat(new String(to, UTF_8)).isEqualTo("Ωº🛰");
    }

    @Test
    void copiesExactlyAtEveryLengthAndPlaceAndNothingBefore() {
        byte[] from = new byte[64];
        for (int i = 0; i < from.length; i++) {
            from[i] = (byte) (i + 1);
        }
        for (int offset = 0; offset < 40; offset++) {
            for (int length = 0; offset + length <= from.length; length++) {
                for (int position : new int[] {0, 3, 20}) {
                    byte[] to = new byte[position + length];
                    assertThat(Utf8.copy(from, offset, length, to, position)).isEqualTo(to.length);
                    for (int i = 0; i < to.length; i++) {
                        int expected = i < position ? 0 : offset + i - position + 1;
                        if (to[i] != expected) {
                            assertThat(to[i])
                                    .as("offset %d length %d to %d", offset, length, position)
                                    .isEqualTo((byte) expected);
                        }
                    }
                }
            }
        }
    }
}
