package io.tcsstamp.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.decode.TextBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants as text: as the JDK writes them. */
class IsoTimeTest {
    private final IsoTime isoTime = new IsoTime();

    private String text(Instant instant) {
        TextBuffer to = new TextBuffer();
        isoTime.append(to, instant);
        return to.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00.100Z",
                "2026-03-01T10:00:00.000100Z",
                "2026-03-01T10:00:00.000000001Z",
                "2026-03-01T10:00:00.123456789Z",
                "1969-12-31T23:59:59.999Z",
                "+12026-03-01T10:00:00.500Z",
                "-0001-03-01T10:00:00Z"
            })
    void isIso8601(String time) {
        assertThat(text(Instant.parse(time))).isEqualTo(time);
    }

    @Test
    void theSecondIsRememberedButNotTooLong() {
        Instant time = Instant.parse("2026-03-01T10:00:00.250Z");

        assertThat(text(time)).isEqualTo(text(time));
        assertThat(text(time.plusSeconds(1))).isEqualTo("2026-03-01T10:00:01.250Z");
    }
}
