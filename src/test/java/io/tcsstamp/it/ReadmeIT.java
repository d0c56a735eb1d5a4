package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the page on packets say that the commands for packets print, they print. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadmeIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> PROGRAMS =
            List.of("./tcs-stamp parse", "./tcs-stamp describe-", "./tcs-stamp validate");

    static Stream<Readme.Shown> commands() throws IOException {
        return Stream.concat(
                Readme.commands(Readme.README, PROGRAMS).stream(),
                Readme.commands(Path.of("docs/packets.md"), PROGRAMS).stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_output_is_the_one_that_is_shown(Readme.Shown shown) throws Exception {
        try (BridgeProcess shell =
                BridgeProcess.startCommand(
                        Folders.project(), Map.of(), List.of("sh", "-c", shown.command()))) {
            shell.awaitExit(LIMIT);

            assertThat(shell.stdout().text()).isEqualTo(shown.output());
        }
    }
}
