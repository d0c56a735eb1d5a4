package io.tcsstamp.tcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The end of printable ASCII, with every byte at every place. */
class FieldScannerTest {
    @Test
    void findsTheFirstByteThatIsNotPrintableAscii() {
        for (int value = 0; value < 256; value++) {
            boolean printable = value >= 0x20 && value <= 0x7E;
            for (int place = 0; place < 24; place++) {
                byte[] bytes = new byte[24];
                Arrays.fill(bytes, (byte) '~');
                bytes[place] = (byte) value;
                int found = FieldScanner.skipPrintable(bytes, 0, 24);
                if (found != (printable ? 24 : place)) {
                    assertThat(found)
                            .as("%02x at %d", value, place)
                            .isEqualTo(printable ? 24 : place);
                }
            }
        }
    }

    @Test
    void theFirstOfSeveralIsFoundWhateverFollows() {
        int[] specials = {0, 3, 9, 0x1F, 0x7F, 0x80, 0xFF, 0x20, 0x7E};
        for (int first : specials) {
            for (int second : specials) {
                byte[] bytes = "abc..defghijklmn".getBytes(US_ASCII);
                bytes[3] = (byte) first;
                bytes[4] = (byte) second;
                int expected = !printable(first) ? 3 : !printable(second) ? 4 : bytes.length;
                assertThat(FieldScanner.skipPrintable(bytes, 0, bytes.length))
                        .as("%02x %02x", first, second)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void staysWithinItsBounds() {
        byte[] bytes = "\tabcdefghij\t".getBytes(US_ASCII);

        assertThat(FieldScanner.skipPrintable(bytes, 1, 1)).isEqualTo(1);
        assertThat(FieldScanner.skipPrintable(bytes, 1, 5)).isEqualTo(5);
        assertThat(FieldScanner.skipPrintable(bytes, 1, 12)).isEqualTo(11);
    }

    @Test
    void textEndsAtTheFirstControlCharacter() {
        for (int value = 0; value < 256; value++) {
            boolean control = value < 0x20 || value >= 0x7F && value <= 0x9F;
            for (int place = 0; place < 12; place++) {
                byte[] bytes = "aé\u00A0ÿzzzzéééé".getBytes(ISO_8859_1);
                bytes[place] = (byte) value;
                assertThat(FieldScanner.skipText(bytes, 0, 12))
                        .as("%02x at %d", value, place)
                        .isEqualTo(control ? place : 12);
            }
        }
    }

    private static boolean printable(int value) {
        return value >= 0x20 && value <= 0x7E;
    }
}
