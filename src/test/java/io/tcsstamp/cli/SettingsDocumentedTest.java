package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.camel.BridgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shipped application.properties names every property with its default. */
class SettingsDocumentedTest {
    private static final Pattern COMMENTED_OUT = Pattern.compile("#([a-z.-]+) =(.*)");

    /** Shown by an example, since their default is nothing. */
    private static final Set<String> EXAMPLES =
            Set.of("tcs.endpoint", "packet.endpoint", "stamp.endpoint", "stamp.to", "log.file");

    @Test
    void everyPropertyIsShownWithItsDefault() throws IOException {
        Map<String, List<String>> shown = shown();
        BridgeSettings defaults = SettingsLoader.defaults(Path.of(""), Map.of());

        assertThat(defaults.properties())
                .isNotEmpty()
                .allSatisfy(
                        (key, value) -> {
                            assertThat(shown).containsKey(key);
                            if (EXAMPLES.contains(key)) {
                                assertThat(value).as(key).isEmpty();
                            } else {
                                assertThat(shown.get(key)).as(key).containsExactly(value);
                            }
                        });
    }

    @Test
    void theShippedFileChangesNothing() {
        Map<String, String> shipped =
                SettingsLoader.load(Path.of(""), Map.of(), Map.of()).properties();

        assertThat(shipped)
                .containsAllEntriesOf(SettingsLoader.defaults(Path.of(""), Map.of()).properties());
    }

    private static Map<String, List<String>> shown() throws IOException {
        Map<String, List<String>> shown = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("application.properties"))) {
            Matcher matcher = COMMENTED_OUT.matcher(line);
            if (matcher.matches()) {
                shown.computeIfAbsent(matcher.group(1), key -> new ArrayList<>())
                        .add(matcher.group(2).strip());
            }
        }
        return shown;
    }
}
