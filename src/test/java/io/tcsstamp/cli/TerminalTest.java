package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class TerminalTest {
    @Test
    void a_size_is_rows_and_columns() {
        assertThat(Terminal.parse("50 132\n")).isEqualTo(new Terminal.Size(50, 132));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0", "50", "stty: no tty", "a b", "-3 80", "1 2 3"})
    void what_is_no_size_is_not_used(String text) {
        assertThat(Terminal.parse(text)).isNull();
    }

    @Test
    void the_environment_gives_the_size_or_it_is_24_by_80() {
        assertThat(Terminal.fromEnvironment(Map.of("LINES", "40", "COLUMNS", "100")))
                .isEqualTo(new Terminal.Size(40, 100));
        assertThat(Terminal.fromEnvironment(Map.of("LINES", "40")))
                .isEqualTo(new Terminal.Size(24, 80));
        assertThat(Terminal.fromEnvironment(Map.of("LINES", "x", "COLUMNS", "0")))
                .isEqualTo(new Terminal.Size(24, 80));
    }

    @Test
    void the_size_is_not_asked_for_at_every_use() {
        AtomicInteger asked = new AtomicInteger();
        Terminal terminal =
                new Terminal(() -> new Terminal.Size(24, 80 + asked.incrementAndGet()), true);
        for (int i = 0; i < 1_000; i++) {
            assertThat(terminal.size().columns()).isEqualTo(81);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void no_color_takes_the_colours_away_unless_empty() {
        assertThat(Terminal.colours(Map.of())).isTrue();
        assertThat(Terminal.colours(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Terminal.colours(Map.of("NO_COLOR", "1"))).isFalse();
    }

    @Test
    void what_a_charset_can_write_is_known() {
        assertThat(Terminal.canWrite(StandardCharsets.UTF_8, "│")).isTrue();
        assertThat(Terminal.canWrite(StandardCharsets.ISO_8859_1, "│")).isFalse();
    }

    @Test
    void nothing_that_moves_the_cursor_or_hides_text_is_printable() {
        assertThat(Terminal.printable("a\u001b[2Jb\r\n\t\0\u007f\u009bc\u202e\u2028d\ud800"))
                .isEqualTo("a?[2Jb??????c??d?");
        assertThat(Terminal.printable("20.5 ºC 😀")).isEqualTo("20.5 ºC 😀");
    }
}
