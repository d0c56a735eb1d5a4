package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Each option stands for a property, and only what was said is told. */
class BridgeOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "--tcs a:1, tcs.endpoint, a:1",
        "--tcs=a:1, tcs.endpoint, a:1",
        "--stamp b:2, stamp.endpoint, b:2",
        "-f, stamp.fractional-time, true",
        "--fractional_time, stamp.fractional-time, true",
        "--fractional-time, stamp.fractional-time, true",
        "-r 5, stamp.rate, 5",
        "-r5, stamp.rate, 5",
        "--rate 0.5, stamp.rate, 0.5",
        "--clear, stamp.clear, true",
        "--no-clear, stamp.clear, false",
        "--sort-by-name, stamp.sort, name",
        "--rich, stamp.rich, true",
        "--fail-fast, fail-fast, true",
    })
    void anOptionIsAProperty(String said, String key, String value) {
        assertThat(properties(said.split(" "))).containsExactly(Map.entry(key, value));
    }

    @Test
    void whatWasNotSaidIsNotTold() {
        assertThat(properties()).isEmpty();
    }

    @Test
    void allMayBeSaidAtOnce() {
        String[] all =
                "--tcs a:1 --stamp b:2 -f -r 5 --no-clear --sort-by-name --rich --fail-fast"
                        .split(" ");

        assertThat(properties(all)).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tcs", "--rate", "--unknown", "x", "--tcs a:1 --tcs b:1"})
    void whatCannotBeMeantIsRefused(String said) {
        assertThatThrownBy(() -> properties(said.split(" ")))
                .isInstanceOf(ParameterException.class);
    }

    private static Map<String, String> properties(String... said) {
        BridgeOptions options = new BridgeOptions();
        new CommandLine(new Command(options)).parseArgs(said);
        return options.properties();
    }

    @CommandLine.Command
    private static final class Command {
        @CommandLine.Mixin private final BridgeOptions options;

        Command(BridgeOptions options) {
            this.options = options;
        }
    }
}
