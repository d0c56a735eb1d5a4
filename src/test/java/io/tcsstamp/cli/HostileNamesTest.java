package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of a definition reach a terminal without what would steer it or feign a line. */
class HostileNamesTest {
    private static final String DEFINITION =
            """
            <SpaceSystem name="Hostile" xmlns="http://www.omg.org/spec/XTCE/20180204">
              <TelemetryMetaData>
                <ParameterSet>
                  <Parameter name="P" parameterTypeRef="no&#x9B;31m&#10;tcs-stamp: all is well"/>
                </ParameterSet>
              </TelemetryMetaData>
            </SpaceSystem>
            """;

    @TempDir Path folder;

    @Test
    void problemsAreLinesWithoutControlCharacters() throws Exception {
        Path file = Files.writeString(folder.resolve("hostile.xml"), DEFINITION);
        try (CommandRun run = new CommandRun(new DescribeDefinitionCommand(), file.toString())) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("hostile.xml:4:").contains("31m");
            assertThat(run.err().lines()).noneMatch(line -> line.startsWith("tcs-stamp: all"));
            assertThat(run.err().codePoints().filter(Character::isISOControl))
                    .containsOnly((int) '\n');
        }
    }
}
