package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepAliveTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 10, 11, 60, 3600, 32_767})
    void idleTimeAndQuestionsTakeTheSetTime(int seconds) {
        KeepAlive times = KeepAlive.within(seconds);

        assertThat(times.idle() + times.interval() * times.probes()).isEqualTo(seconds);
        assertThat(times.idle()).isPositive();
        assertThat(times.interval()).isPositive();
    }

    @Test
    void fromFourSecondsOnSeveralQuestionsMayGetLost() {
        assertThat(KeepAlive.within(10)).isEqualTo(new KeepAlive(7, 1, 3));
    }

    @Test
    void theShortestIsTwoSeconds() {
        assertThat(KeepAlive.within(1)).isEqualTo(new KeepAlive(1, 1, 1));
    }
}
