package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line per entry, whatever is in it. */
class LogLineTest {
    private final LogLine format = new LogLine();

    @ParameterizedTest
    @CsvSource({
        "SEVERE, 'ERROR '",
        "WARNING, 'WARN  '",
        "INFO, 'INFO  '",
        "FINE, 'DEBUG '",
        "FINEST, 'DEBUG '"
    })
    void startsWithTimeAndLevel(String level, String written) {
        assertThat(line(Level.parse(level), "TCS 127.0.0.1:6666: connected"))
                .isEqualTo(
                        "2026-11-21T06:00:00.123Z " + written + "TCS 127.0.0.1:6666: connected\n");
    }

    @Test
    void controlCharactersOfPeersDoNotReachTheTerminal() {
        assertThat(line(Level.INFO, "a\u001B[31mred\u0000\r\u0085\u009Bé€"))
                .endsWith("a?[31mred????é€\n");
    }

    @Test
    void aLineThatIsForgedDoesNotLookLikeOne() {
        String forged = line(Level.INFO, "peer said\n2026-11-21T06:00:01.000Z ERROR gone");

        assertThat(forged.lines().filter(line -> line.startsWith("2026-"))).hasSize(1);
    }

    @Test
    void ourOwnMistakesComeWithTheirTrace() {
        LogRecord entry = entry(Level.SEVERE, "failed");
        entry.setThrown(new IllegalStateException("a bug"));

        assertThat(format.format(entry))
                .contains("ERROR failed\n")
                .contains("IllegalStateException: a bug")
                .contains("at io.tcsstamp");
    }

    private String line(Level level, String message) {
        return format.format(entry(level, message));
    }

    private static LogRecord entry(Level level, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setInstant(Instant.parse("2026-11-21T06:00:00.1239Z"));
        return entry;
    }
}
