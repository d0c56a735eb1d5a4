package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exit codes and what is said about a wrong call. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UsageIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension final Rig rig = new Rig();

    static Stream<Arguments> wrongCalls() {
        return Stream.of(
                Arguments.of("--no-such-option", "--no-such-option"),
                Arguments.of("--tcs nonsense", "nonsense"),
                Arguments.of("--tcs 127.0.0.1:99999", "99999"),
                Arguments.of("--tcs 127.0.0.1:6666 --stamp 127.0.0.1:0x", "127.0.0.1:0x"),
                Arguments.of("--tcs", "--tcs"),
                Arguments.of("--tcs 127.0.0.1:6666 --rate -1", "-1"),
                Arguments.of("--tcs 127.0.0.1:6666 --rate abc", "abc"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void aWrongCallExitsWithTwoAndOneLine(String call, String named) throws Exception {
        BridgeProcess bridge = rig.start(call.split(" "));

        assertThat(bridge.awaitExit(LIMIT)).as("exit code").isEqualTo(2);
        assertThat(bridge.stderr().lines()).hasSize(1).first().asString().contains(named);
        assertThat(bridge.stdout().text()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionIsAnsweredOnStdout(String option, String answer) throws Exception {
        BridgeProcess bridge = rig.start(option);

        assertThat(bridge.awaitExit(LIMIT)).as("exit code").isZero();
        assertThat(bridge.stdout().text()).containsPattern(answer);
        assertThat(bridge.stderr().text()).isEmpty();
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("--version", "\\d+\\.\\d+\\.\\d+"),
                Arguments.of("-h", "--sort-by-name"),
                Arguments.of("--help", "simulate-tcs"));
    }

    @Test
    void failFastExitsWhenTheTcsRefuses() throws Exception {
        FakeTcs tcs = rig.tcsDown();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge =
                rig.start("--fail-fast", "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        assertThat(bridge.awaitExit(LIMIT)).as("exit code").isEqualTo(1);
        assertOneClearLine(bridge, "TCS", tcs.endpoint());
    }

    @Test
    void failFastExitsWhenStampRefuses() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stampDown();
        BridgeProcess bridge =
                rig.start("--fail-fast", "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());

        assertThat(bridge.awaitExit(LIMIT)).as("exit code").isEqualTo(1);
        assertOneClearLine(bridge, "STAMP", stamp.endpoint());
    }

    private static void assertOneClearLine(BridgeProcess bridge, String end, String endpoint) {
        assertThat(bridge.stderr().lines("refused"))
                .singleElement()
                .asString()
                .contains(end, endpoint);
        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void failFastExitsWhenAnEndGoesAway() throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        BridgeProcess bridge =
                rig.start("--fail-fast", "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
        tcs.send(Blocks.block(0));
        assertThat(stamp.awaitLines(Blocks.LINES)).isEqualTo(Blocks.lines(0));

        tcs.stop();

        assertThat(bridge.awaitExit(LIMIT)).as("exit code").isEqualTo(1);
        assertThat(bridge.stderr().lines("closed")).hasSize(1);
        assertThat(bridge.stderr().text()).doesNotContain("Exception", "\tat ");
    }
}
