package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final LoginThrottle throttle = new LoginThrottle(now::get);

    @Test
    void aFewFailuresAreFree() {
        fail("a", LoginThrottle.FREE - 1);

        assertThat(throttle.waitSeconds("a")).isZero();
        assertThat(throttle.waitSeconds("b")).isZero();
    }

    @Test
    void moreCostTimeAndEachMore() {
        fail("a", LoginThrottle.FREE);
        assertThat(throttle.waitSeconds("a")).isEqualTo(31);
        assertThat(throttle.waitSeconds("b")).isZero();

        pass(30);
        assertThat(throttle.waitSeconds("a")).isZero();
        fail("a", 1);
        assertThat(throttle.waitSeconds("a")).isEqualTo(61);
        fail("a", 100);
        assertThat(throttle.waitSeconds("a")).isEqualTo(LoginThrottle.LONGEST_WAIT_SECONDS + 1);
    }

    @Test
    void theRightPasswordForgives() {
        fail("a", LoginThrottle.FREE);
        pass(30);
        throttle.succeeded("a", "adam");
        fail("a", 1);

        assertThat(throttle.waitSeconds("a")).isZero();
    }

    @Test
    void theRightPasswordOfOneNameDoesNotForgiveGuessesAtAnother() {
        fail("a", LoginThrottle.FREE - 1);
        throttle.failed("a", "eve");
        pass(31);
        throttle.succeeded("a", "eve");
        assertThat(throttle.size()).isEqualTo(1);
        fail("a", 1);
        assertThat(throttle.waitSeconds("a")).isPositive();

        pass(1000);
        throttle.succeeded("a", "adam");
        assertThat(throttle.size()).isZero();
    }

    @Test
    void namesOfAnAddressAreBounded() {
        for (int i = 0; i < 100; i++) {
            throttle.failed("a", "name " + i);
        }
        throttle.succeeded("a", "name 99");

        assertThat(throttle.failed("a", "x")).isEqualTo(101);
    }

    @Test
    void failuresOfLongAgoDoNotCount() {
        fail("a", LoginThrottle.FREE - 1);
        pass(2 * LoginThrottle.LONGEST_WAIT_SECONDS + 1);
        fail("a", 1);

        assertThat(throttle.waitSeconds("a")).isZero();
    }

    @Test
    void itRemembersABoundedNumberAndTheLatest() {
        for (int i = 0; i < 3 * LoginThrottle.MOST; i++) {
            fail("address " + i, LoginThrottle.FREE);
        }

        assertThat(throttle.size()).isEqualTo(LoginThrottle.MOST);
        assertThat(throttle.waitSeconds("address " + (3 * LoginThrottle.MOST - 1))).isPositive();
        assertThat(throttle.waitSeconds("address 0")).isZero();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address, "adam");
        }
    }

    private void pass(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
