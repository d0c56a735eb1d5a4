package io.tcsstamp.tcs;

import static io.tcsstamp.tcs.Blocks.read;
import static io.tcsstamp.tcs.Blocks.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.telemetry.Rejection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stream ends within a block. */
class TcsBlockReaderEndTest {
    private final List<Rejection> rejected = new ArrayList<>();
    private final TcsBlockReader reader = new TcsBlockReader(100, rejected::add);

    @Test
    void wholeRecordsAreGivenAndTheRestRejected() {
        read(reader, "one\r\ntwo\r\nthr");

        assertThat(text(reader.end("it ended"))).isEqualTo("one\r\ntwo\r\n");
        assertThat(rejected).singleElement().extracting(r -> text(r.bytes())).isEqualTo("thr");
        assertThat(rejected.get(0).reason()).isEqualTo("it ended");
    }

    @Test
    void withoutALineEndAllIsRejected() {
        read(reader, "thr");

        assertThat(reader.end("it ended")).isEmpty();
        assertThat(rejected).hasSize(1);
    }

    @Test
    void afterALineEndNothingIsRejected() {
        read(reader, "one\r\n");

        assertThat(text(reader.end("it ended"))).isEqualTo("one\r\n");
        assertThat(rejected).isEmpty();
    }

    @Test
    void afterABlockThereIsNothing() {
        read(reader, "one|");

        assertThat(reader.end("it ended")).isEmpty();
        assertThat(rejected).isEmpty();
    }

    @Test
    void abandonRejectsAllOfIt() {
        read(reader, "one\r\nthr");
        reader.abandon("stopped");

        assertThat(rejected)
                .singleElement()
                .extracting(r -> text(r.bytes()))
                .isEqualTo("one\r\nthr");
        reader.abandon("stopped");
        assertThat(rejected).hasSize(1);
    }

    @Test
    void withinABlockThatIsTooLongNothingIsLeft() {
        read(reader, "x".repeat(101));
        rejected.clear();

        assertThat(reader.end("it ended")).isEmpty();
        assertThat(rejected).isEmpty();
        assertThat(read(reader, "new connection|")).isEqualTo("new connection|");
    }
}
