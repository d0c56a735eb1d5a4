package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Later and later, but never later than ten seconds. */
class BackOffTest {
    private final BackOff backOff = new BackOff();

    @Test
    void theFirstAttemptDoesNotWait() {
        assertThat(backOff.delayMillis()).isZero();
    }

    @Test
    void doublesWithEachFailureUpToTenSeconds() {
        long[] expected = {250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000};
        for (long millis : expected) {
            backOff.failed();
            assertThat(backOff.delayMillis()).isEqualTo(millis);
        }
    }

    @Test
    void staysAtTenSecondsForAsLongAsItTakes() {
        for (int i = 0; i < 100_000; i++) {
            backOff.failed();
        }
        assertThat(backOff.delayMillis()).isEqualTo(10_000);
    }

    @Test
    void aSuccessStartsItAnew() {
        backOff.failed();
        backOff.failed();
        backOff.succeeded();
        assertThat(backOff.delayMillis()).isZero();
        backOff.failed();
        assertThat(backOff.delayMillis()).isEqualTo(250);
    }
}
