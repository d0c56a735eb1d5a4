package io.tcsstamp.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SpeedTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1000000000",
        "2.5, 400000000",
        "0.001, 1000000000000",
        "1e6, 1000",
        "max, 0",
        "0, 0"
    })
    void period_follows_from_the_factor(String text, long nanos) {
        assertThat(Speed.parse(text).periodNanos()).isEqualTo(nanos);
        assertThat(Speed.parse(text).unlimited()).isEqualTo(nanos == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "-1", "NaN", "Infinity", "0.0001", "1000001", "MAX"})
    void what_is_no_speed_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Speed.parse(text))
                .withMessageContaining("max")
                .withMessageContaining("0.001");
    }

    @Test
    void ticks_are_a_period_apart_on_average() throws InterruptedException {
        long start = System.nanoTime();
        Speed.Ticker ticker = new Speed(200).start();
        for (int i = 0; i < 40; i++) {
            ticker.await();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(millis).as("40 ticks of 5 ms").isBetween(199L, 2_000L);
    }

    @Test
    void a_waiting_ticker_can_be_interrupted() {
        Thread.currentThread().interrupt();
        Speed.Ticker ticker = new Speed(Speed.MIN).start();
        assertThatThrownBy(ticker::await).isInstanceOf(InterruptedException.class);
    }
}
