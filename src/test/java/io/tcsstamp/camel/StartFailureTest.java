package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Why Camel did not start, in one line. */
class StartFailureTest {
    @Test
    void everyCauseIsToldOnce() {
        Exception cause = new IllegalArgumentException("no such property");
        Exception failure =
                new RuntimeException(
                        "route tcs failed", new RuntimeException(cause.toString(), cause));

        assertThat(StartFailure.of(failure))
                .startsWith("route tcs failed: no such property; look into routes")
                .hasLineCount(1);
    }

    @Test
    void onlyFirstLinesAreTold() {
        assertThat(StartFailure.of(new RuntimeException("first\nsecond")))
                .startsWith("first;")
                .doesNotContain("second");
    }

    @Test
    void isNeverLongerThanALineOfALog() {
        assertThat(StartFailure.of(new RuntimeException("x".repeat(10_000)))).hasSize(501);
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));

        assertThat(StartFailure.of(one)).hasLineCount(1);
    }
}
