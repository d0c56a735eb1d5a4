package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work is refused in one line that says how to say it right. */
class SettingsCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:6666",
                "127.0.0.1:1",
                "tcs-egse.example.org:65535",
                "[::1]:6666",
                "a_b:80"
            })
    void anEndpointIsAHostAndAPort(String endpoint) {
        assertThat(check("tcs.endpoint", endpoint)).isEqualTo(endpoint);
        assertThat(check("stamp.endpoint", endpoint)).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:",
                ":6666",
                "6666",
                "localhost:0",
                "localhost:65536",
                "localhost:99999999999",
                "localhost:-1",
                "localhost:http",
                "::1:6666",
                "[]:6666",
                "tcp://localhost:6666",
                "local host:6666",
                "localhost:6666/x",
                "localhost?a=b:6666",
                "{{x}}:6666",
                "localhost: 6666",
                "::",
                "[::1]",
                "a:b:1"
            })
    void whatIsNoEndpointIsRefused(String endpoint) {
        assertRefused("tcs.endpoint", endpoint, "--tcs", "HOST:PORT", "--tcs localhost:6666");
        assertRefused("stamp.endpoint", endpoint, "--stamp", "HOST:PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "10", "0.5", "0.001", "604800", "007"})
    void aRateIsANumberOfSeconds(String rate) {
        assertThat(check("stamp.rate", rate)).isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-1", "x", "1s", "1e3", "NaN", ".5", "5.", "0.0001", "604801", "1,5", "٣"
            })
    void whatIsNoRateIsRefused(String rate) {
        assertRefused("stamp.rate", rate, "--rate", "seconds", "--rate 10");
    }

    @ParameterizedTest
    @CsvSource({
        "stamp.clear, yes",
        "stamp.clear, TRUE",
        "stamp.fractional-time, ''",
        "stamp.rich, 1",
        "fail-fast, on",
    })
    void aSwitchIsTrueOrFalse(String key, String value) {
        assertRefused(key, value, "true or false", key + "=true");
        assertThat(check(key, "false")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "stamp.rate-blocks, 0, 2147483647",
        "tcs.read-timeout, 0, 86400",
        "tcs.connect-timeout, 1, 600000",
        "stamp.connect-timeout, 1, 600000",
        "stamp.keep-alive, 0, 32767",
        "shutdown.timeout, 1, 86400",
        "quarantine.max-bytes, 0, 1125899906842624",
    })
    void aNumberIsWithinItsBounds(String key, long least, long most) {
        assertBounds(key, least, most);
    }

    @Test
    void whatMustBeInMemoryAtOnceIsBoundedByTheHeap() {
        long heap = Math.min(Runtime.getRuntime().maxMemory(), Integer.MAX_VALUE);
        assertBounds("tcs.max-block", 1, heap / 8);
        assertBounds("stamp.queue-bytes", 1024, heap / 3);
    }

    @Test
    void whoWantsMoreSeriesThanThereIsMemoryForLearnsWhatToDo() {
        long most = Math.min(Runtime.getRuntime().maxMemory(), Integer.MAX_VALUE) / 4096;

        assertThat(check("metrics.max-series", "" + most)).isEqualTo("" + most);
        assertRefused("metrics.max-series", "" + (most + 1), "memory", "" + most, "JAVA_OPTS=-Xmx");
    }

    private static void assertBounds(String key, long least, long most) {
        assertThat(check(key, String.valueOf(least))).isEqualTo(String.valueOf(least));
        assertThat(check(key, String.valueOf(most))).isEqualTo(String.valueOf(most));
        for (String value :
                new String[] {
                    String.valueOf(least - 1),
                    String.valueOf(most + 1),
                    "99999999999999999999",
                    "1.0",
                    "x",
                    ""
                }) {
            assertRefused(key, value, "from " + least + " to " + most);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "TIME", ""})
    void theOrderIsTimeOrName(String order) {
        assertRefused("stamp.sort", order, "time or name");
    }

    private static String check(String key, String value) {
        return SettingsLoader.defaults(Path.of(""), Map.of(key, value)).get(key);
    }

    private static void assertRefused(String key, String value, String... words) {
        assertThatThrownBy(() -> check(key, value))
                .isInstanceOf(UsageException.class)
                .message()
                .contains(key, "'" + value + "'")
                .contains(words)
                .hasLineCount(1);
    }
}
