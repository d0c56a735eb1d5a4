package io.tcsstamp.telemetry;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void nothingOfItMayBeMissing() {
        Instant time = Instant.EPOCH;
        assertThatNullPointerException()
                .isThrownBy(() -> new Sample(null, "n", "r", "t"))
                .withMessage("time");
        assertThatNullPointerException()
                .isThrownBy(() -> new Sample(time, null, "r", "t"))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new Sample(time, "n", null, "t"))
                .withMessage("raw");
        assertThatNullPointerException()
                .isThrownBy(() -> new Sample(time, "n", "r", null))
                .withMessage("text");
    }
}
