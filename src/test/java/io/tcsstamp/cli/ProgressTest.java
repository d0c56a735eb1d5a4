package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line about how far a command has come. */
class ProgressTest {
    private static final long MB = 1_000_000;

    private final StringWriter written = new StringWriter();
    private long now;

    private Progress progress(boolean terminal) {
        return new Progress(new PrintWriter(written), 100 * MB, () -> terminal, () -> now);
    }

    private void seconds(long seconds) {
        now = TimeUnit.SECONDS.toNanos(seconds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "25; 100; [#######-----------------------]  25 % of 100.0 MB, 12.5 MB/s, 6 s left",
                "100; 100; [##############################] 100 % of 100.0 MB, 50.0 MB/s, 0 s left",
                "25; -1; 25.0 MB, 12.5 MB/s"
            })
    void says_how_much_is_done_and_how_fast(long done, long size, String line) {
        assertThat(Progress.line(done * MB, size * MB, TimeUnit.SECONDS.toNanos(2)))
                .isEqualTo(line);
    }

    @Test
    void is_drawn_over_and_over_and_removed() {
        Progress progress = progress(true);
        progress.at(2 * MB);
        assertThat(written.toString()).as("before a second is over").isEmpty();

        seconds(2);
        progress.at(50 * MB);
        progress.at(60 * MB);
        assertThat(written.toString()).startsWith("\r[").contains("50 %").doesNotContain("60 %");
        seconds(3);
        progress.at(75 * MB);
        progress.clear();

        assertThat(written.toString()).contains("75 %").endsWith("\r\u001b[K");
    }

    @Test
    void is_not_drawn_where_nobody_sees_it() {
        Progress progress = progress(false);
        seconds(9);

        progress.at(50 * MB);
        progress.at(90 * MB);
        progress.clear();

        assertThat(written.toString()).isEmpty();
    }
}
