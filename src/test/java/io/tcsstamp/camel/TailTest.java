package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of what is acknowledged may still be unread. */
class TailTest {
    /** RFC 7323 section 2.2: the largest window is 65535 shifted by a scale of at most 14. */
    @ParameterizedTest
    @CsvSource({"0, 65535", "1, 131070", "5, 2097120", "7, 8388480", "14, 1073725440"})
    void theLargestWindowOfAScale(int scale, long bytes) {
        assertThat(Tail.parse("auto").bytes(scale, 1)).isEqualTo(bytes);
    }

    @Test
    void linuxsUsualScaleWhereNothingIsKnown() {
        assertThat(Tail.parse("auto").bytes(-1, -1)).isEqualTo(8_388_480);
        assertThat(Tail.parse("2xwindow").bytes(-1, -1)).isEqualTo(8_388_480);
    }

    @Test
    void aMultipleOfTheWindowThatWasSeen() {
        assertThat(Tail.parse("1xwindow").bytes(7, 65_536)).isEqualTo(65_536);
        assertThat(Tail.parse("2xwindow").bytes(7, 3_000_000_000L)).isEqualTo(6_000_000_000L);
    }

    @Test
    void aNumberOfBytes() {
        assertThat(Tail.parse("262144").bytes(7, 5)).isEqualTo(262_144);
        assertThat(Tail.parse("0").bytes(-1, -1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"''", "window", "xwindow", "2x", "8M", "2.5xwindow"})
    void nothingElse(String text) {
        assertThatThrownBy(() -> Tail.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
