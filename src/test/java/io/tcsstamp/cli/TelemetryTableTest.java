package io.tcsstamp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.telemetry.Sample;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TelemetryTableTest {
    private static final String HOME = "\u001b[H";
    private static final Instant TIME = Instant.parse("2021-01-10T16:12:01.129900Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void elsewhere_each_call_prints_a_plain_table_in_order() {
        try (TelemetryTable table = plain(UTF_8, false)) {
            assertThat(table.inPlace()).isFalse();
            table.show(List.of(sample("b", "1.5"), sample("a", "CPU1: 3%"), sample("b", "2")));
            assertThat(out.toString(UTF_8))
                    .isEqualTo(
                            """
                                          All Telemetry
                            ┌─────────────────────┬──────┬──────────┐
                            │      Date Time      │ Name │    Value │
                            ├─────────────────────┼──────┼──────────┤
                            │ 10.01.2021 16:12:01 │ b    │      1.5 │
                            │ 10.01.2021 16:12:01 │ a    │ CPU1: 3% │
                            │ 10.01.2021 16:12:01 │ b    │        2 │
                            └─────────────────────┴──────┴──────────┘
                            """);
            out.reset();
            table.show(List.of(sample("c", "3")));
            assertThat(out.toString(UTF_8)).contains("│ c ").doesNotContain("│ a ");
        }
    }

    @Test
    void milliseconds_are_truncated() {
        try (TelemetryTable table = plain(UTF_8, true)) {
            table.show(List.of(sample("a", "1")));
            assertThat(out.toString(UTF_8)).contains("│ 10.01.2021 16:12:01.129 │");
        }
    }

    @Test
    void a_charset_without_box_drawing_gets_ascii() {
        try (TelemetryTable table = plain(StandardCharsets.ISO_8859_1, false)) {
            table.show(List.of(sample("a", "1 º")));
            String text = out.toString(StandardCharsets.ISO_8859_1);
            assertThat(text).contains("| a    |   1 º |", "+------+-------+").doesNotContain("?");
        }
    }

    @Test
    void elsewhere_values_are_whole_and_nothing_prints_nothing() {
        String longValue = "x".repeat(3_000);
        try (TelemetryTable table = plain(UTF_8, false)) {
            table.show(List.of());
            assertThat(out.size()).isZero();
            table.show(List.of(sample("a", longValue), sample("b", "1")));
            assertThat(out.toString(UTF_8)).contains("│ " + longValue + " │");
            assertThat(out.size()).as("the other rows are not padded to it").isLessThan(6_000);
        }
    }

    @Test
    void control_characters_never_get_out() {
        for (Terminal terminal : new Terminal[] {null, terminal(24, 80, false)}) {
            out.reset();
            try (TelemetryTable table = new TelemetryTable(out, UTF_8, terminal, false)) {
                table.footer(List.of("foot\u001b]0;evil\u0007"));
                table.show(List.of(sample("a\u001b[31m", "1\u009b2J\r\n")));
            }
            assertThat(out.toString(UTF_8))
                    .contains("a?[31m", "1?2J??", "foot?]0;evil?")
                    .doesNotContain("\u001b]", "\u001b[31m", "\u009b", "\u0007");
        }
    }

    @Test
    void on_a_terminal_the_latest_of_every_name_is_drawn_in_place() {
        try (TelemetryTable table = onTerminal(24, 80, false)) {
            assertThat(table.inPlace()).isTrue();
            table.show(List.of(sample("a", "1"), sample("b", "2")));
            String first = out.toString(UTF_8);
            assertThat(first).startsWith("\u001b[?25l\u001b[2J" + HOME).endsWith("\u001b[?25h");
            out.reset();
            table.show(List.of(sample("b", "3")));
            await().until(() -> out.size() > 0);
            String frame = out.toString(UTF_8);
            assertThat(frame).startsWith("\u001b[?25l" + HOME).doesNotContain("\u001b[2J");
            assertThat(lines(frame)).anyMatch(l -> l.matches(".*│ a +│ +1 │"));
            assertThat(lines(frame)).anyMatch(l -> l.matches(".*│ b +│ +3 │"));
            assertThat(frame.split("\r\n")).hasSize(8).allSatisfy(this::endsCleared);
        }
    }

    private void endsCleared(String line) {
        assertThat(line).matches(l -> l.endsWith("\u001b[K") || l.endsWith("\u001b[?25h"));
    }

    @Test
    void columns_are_coloured_unless_colours_are_off() {
        try (TelemetryTable table = onTerminal(24, 80, true)) {
            table.show(List.of(sample("a", "1")));
        }
        assertThat(out.toString(UTF_8))
                .contains("\u001b[36m10.01.2021 16:12:01\u001b[0m")
                .contains("\u001b[35ma\u001b[0m", "\u001b[32m1\u001b[0m");
        out.reset();
        try (TelemetryTable table = onTerminal(24, 80, false)) {
            table.show(List.of(sample("a", "1")));
        }
        assertThat(out.toString(UTF_8)).contains("│ a ").doesNotContain("\u001b[3", "\u001b[0m");
    }

    @Test
    void it_fits_the_terminal_and_tells_how_many_more_there_are() {
        try (TelemetryTable table = onTerminal(20, 50, true)) {
            table.footer(List.of("STAMP received:", "f".repeat(90)));
            table.show(
                    IntStream.range(0, 70)
                            .mapToObj(i -> sample("quite_a_long_name_" + i, "value ".repeat(9)))
                            .toList());
        }
        List<String> lines = lines(last(out.toString(UTF_8)));
        assertThat(lines).hasSize(19).allMatch(line -> line.length() < 50);
        assertThat(lines.get(4)).contains("quite").endsWith("… │");
        // 19 lines less title, header, three rules, two of the footer and this one
        assertThat(lines.get(16)).isEqualTo("… 59 more");
        assertThat(lines.get(17)).isEqualTo("STAMP received:");
        assertThat(lines.get(18)).endsWith("f…");
    }

    @Test
    void the_smallest_terminal_does_no_harm() {
        for (int rows = 1; rows < 12; rows++) {
            out.reset();
            try (TelemetryTable table = onTerminal(rows, 1, false)) {
                table.footer(List.of("below"));
                table.show(List.of(sample("a", "1")));
            }
            assertThat(last(out.toString(UTF_8)).split("\r\n")).hasSizeLessThanOrEqualTo(rows + 1);
        }
    }

    @Test
    void fast_updates_are_not_all_drawn_but_the_last_one_is() {
        try (TelemetryTable table = onTerminal(24, 80, false)) {
            for (int i = 0; i <= 20_000; i++) {
                table.show(List.of(sample("a", "v" + i)));
            }
            await().until(() -> out.toString(UTF_8).contains(" v20000 │"));
        }
        assertThat(out.toString(UTF_8).split(Pattern.quote(HOME)).length)
                .as("frames")
                .isLessThan(300);
    }

    @Test
    @SuppressWarnings("try") // is closed twice on purpose
    void what_was_not_drawn_is_drawn_at_the_end_and_nothing_after_it() {
        TelemetryTable table = onTerminal(24, 80, false);
        try (table) {
            table.show(List.of(sample("a", "first")));
            table.show(List.of(sample("a", "second")));
        }
        assertThat(last(out.toString(UTF_8))).contains("second");
        out.reset();
        table.show(List.of(sample("a", "third")));
        table.close();
        assertThat(out.size()).isZero();
    }

    @Test
    void the_names_kept_are_bounded() {
        try (TelemetryTable table = onTerminal(10, 80, false)) {
            table.show(
                    IntStream.range(0, TelemetryTable.MAX_NAMES + 500)
                            .mapToObj(i -> sample("n" + i, "1"))
                            .toList());
        }
        assertThat(last(out.toString(UTF_8))).contains("… 9997 more");
    }

    private TelemetryTable plain(Charset charset, boolean fractional) {
        return new TelemetryTable(out, charset, null, fractional);
    }

    private TelemetryTable onTerminal(int rows, int columns, boolean colours) {
        return new TelemetryTable(out, UTF_8, terminal(rows, columns, colours), false);
    }

    private static Terminal terminal(int rows, int columns, boolean colours) {
        return new Terminal(() -> new Terminal.Size(rows, columns), colours);
    }

    private static Sample sample(String name, String text) {
        return new Sample(TIME, name, text + " raw", text);
    }

    /** The last frame drawn. */
    private static String last(String output) {
        return output.substring(output.lastIndexOf(HOME));
    }

    /** A frame's lines without control sequences. */
    private static List<String> lines(String frame) {
        return frame.replaceAll("\u001b\\[[?0-9;]*[a-zA-Z]", "").lines().toList();
    }
}
