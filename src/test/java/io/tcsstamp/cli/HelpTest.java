package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} prints. */
class HelpTest {
    static Stream<Object> commands() {
        return Stream.of(
                new TcsStamp(),
                new ConvertCommand(),
                new DescribeDefinitionCommand(),
                new DescribePacketsCommand(),
                new ParseCommand(),
                new ValidateCommand());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examples_and_lists_stand_on_lines_that_can_be_copied(Object command) {
        CommandLine line = new CommandLine(command);
        CommandSpec spec = line.getCommandSpec();
        List<String> printed =
                line.getUsageMessage(CommandLine.Help.Ansi.OFF).lines().map(String::strip).toList();

        Stream<String> lists =
                spec.options().stream()
                        .map(option -> option.description())
                        .filter(lines -> lines.length > 1)
                        .flatMap(lines -> Arrays.stream(lines).skip(1));
        assertThat(Stream.concat(Arrays.stream(spec.usageMessage().footer()), lists))
                .allSatisfy(
                        wanted ->
                                assertThat(printed)
                                        .anyMatch(shown -> shown.equals(wanted.strip())));
    }
}
