package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Definitions that would take memory or time without bound, or tell what they must not: each
 * command says in a moment what is wrong, with the program's own small heap.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileDefinitionIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** In proportion to the largest file. */
    private static final Map<String, String> HEAP =
            Map.of("JAVA_OPTS", "-Xmx" + HostileDefinition.LARGE / 100_000 + "m");

    @TempDir Path folder;

    static Stream<Arguments> definitionsAndCommands() {
        return Stream.of(HostileDefinition.values())
                .flatMap(
                        definition ->
                                definition.commands().stream()
                                        .map(command -> Arguments.of(definition, command)));
    }

    @ParameterizedTest
    @MethodSource("definitionsAndCommands")
    void a_hostile_definition_is_told_clearly(HostileDefinition definition, String command)
            throws Exception {
        Path file = definition.file(folder);
        Path packets = Files.write(folder.resolve("packets.bin"), new byte[] {0, 1, 2, 3, 4, 0, 5});
        List<String> call =
                command.equals("parse")
                        ? List.of("parse", "--definition", file.toString(), packets.toString())
                        : List.of("validate", file.toString());

        try (BridgeProcess program =
                BridgeProcess.start(folder, HEAP, call.toArray(String[]::new))) {
            int exit = program.awaitExit(LIMIT);

            String said = program.stdout().text() + program.stderr().text();
            assertThat(said)
                    .doesNotContain("Exception", "\tat ", "OutOfMemory", "StackOverflow")
                    .doesNotContain(HostileDefinition.SECRET);
            assertThat(exit).as(said).isEqualTo(1);
            assertThat(said)
                    .containsPattern(file.getFileName() + ":\\d+(:\\d+)?: error: ")
                    .containsPattern("(?i)" + definition.words());
        }
    }
}
