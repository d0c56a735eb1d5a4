package io.tcsstamp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tcsstamp.definition.Definition;
import io.tcsstamp.definition.xtce.XtceReader;
import io.tcsstamp.it.LanderPackets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters that are asked for by names and patterns. */
class SelectionTest {
    private Definition lander;

    @BeforeEach
    void read() throws Exception {
        lander = XtceReader.read(LanderPackets.definition());
    }

    @Test
    void names_and_patterns_are_found() {
        assertThat(Selection.of(List.of("HULL", "SEQ_*", "*BYTES"), lander))
                .containsExactlyInAnyOrder(
                        "HULL", "SEQ_FLAGS", "SEQ_COUNT", "NOTE_BYTES", "BLOB_BYTES");
        assertThat(Selection.of(List.of("*"), lander)).hasSize(lander.parameters().size());
    }

    @ParameterizedTest
    @CsvSource({"hull, HULL", "SEQCOUNT, SEQ_COUNT", "NOTE_BYTE, NOTE_BYTES", "MOED, MODE"})
    void of_an_unknown_name_those_that_are_near_are_told(String wrong, String near) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Selection.of(List.of("LIT", wrong), lander))
                .withMessageContainingAll("'" + wrong + "'", "near are", near);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETELY_DIFFERENT", "Q*"})
    void what_means_nothing_is_told(String wrong) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Selection.of(List.of(wrong), lander))
                .withMessageContaining("'" + wrong + "'");
    }

    @Test
    void times_are_known() {
        assertThat(Selection.absoluteTimes(lander)).containsExactly("TIME");
    }
}
