package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is logged at which verbosity. */
class LoggingTest {
    @ParameterizedTest
    @CsvSource({"0, INFO", "1, FINE", "2, FINE", "3, ALL"})
    void everyKindOfSourceTellsAsMuch(int verbosity, String level) throws Exception {
        for (String intake : new String[] {"Intake", "PacketIntake"}) {
            String name = Class.forName("io.tcsstamp.camel." + intake).getName();

            assertThat(Logging.levels(verbosity)).containsEntry(name, Level.parse(level));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nobodyFillsTheLogByMalformedRequests(int verbosity) {
        assertThat(Logging.levels(verbosity)).containsEntry("org.eclipse.jetty", Level.SEVERE);
    }

    @Test
    void whatIsNotNamedTellsAllButDetails() {
        assertThat(Logging.levels(0)).containsEntry("", Level.INFO);
    }
}
