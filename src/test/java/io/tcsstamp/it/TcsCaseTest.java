package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How conformance cases are read and compared. */
class TcsCaseTest {
    @TempDir Path root;

    private void write(String id, String json) throws IOException {
        Path folder = Files.createDirectories(root.resolve(id));
        Files.writeString(folder.resolve("case.json"), json);
        Files.write(folder.resolve("stream.raw"), Blocks.block(1));
        Files.writeString(folder.resolve("expected.stamp"), "line\n");
    }

    @Test
    void optionsFeedAndQuarantineAreRead() throws IOException {
        write(
                "a/b",
                """
                {"options": {"fractional_time": true, "clear": false, "sort_by_name": true, "rate_blocks": 10},
                 "feed": "one byte per write", "quarantined_hex": ["0909", "00"]}\
                """);
        write("c", "{\"options\": {\"clear\": true, \"sort_by_name\": false}}");

        List<TcsCase> cases = TcsCase.readAll(root);

        assertThat(cases).extracting(TcsCase::id).containsExactly("a/b", "c");
        TcsCase full = cases.get(0);
        assertThat(full.options()).containsExactlyInAnyOrder("-f", "--no-clear", "--sort-by-name");
        assertThat(full.environment()).isEqualTo(Map.of("STAMP_RATE_BLOCKS", "10"));
        assertThat(full.feed()).isEqualTo(Feed.ONE_BYTE_PER_WRITE);
        assertThat(full.quarantined()).containsExactly("0909", "00");
        assertThat(full.stream()).isEqualTo(Blocks.block(1));
        TcsCase plain = cases.get(1);
        assertThat(plain.options()).isEmpty();
        assertThat(plain.environment()).isEmpty();
        assertThat(plain.feed()).isEqualTo(Feed.RANDOM_CHUNKS);
        assertThat(plain.quarantined()).isEmpty();
    }

    @Test
    void anUnknownOptionIsNotPassedOverInSilence() throws IOException {
        write("x", "{\"options\": {\"colour\": true}}");
        assertThatThrownBy(() -> TcsCase.readAll(root))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void theFirstDifferenceIsNamed() {
        byte[] expected = Blocks.bytes("one\ntwo\nthree\n");
        assertThat(FirstDifference.between(expected, expected.clone())).isEmpty();
        assertThat(FirstDifference.between(expected, Blocks.bytes("one\ntvo\nthree\n")))
                .contains("line 2 of 3", "'two\\n'", "'tvo\\n'");
        assertThat(FirstDifference.between(expected, Blocks.bytes("one\ntwo\n")))
                .contains("line 3", "'three\\n'", "the end");
        assertThat(FirstDifference.between(expected, Blocks.bytes("one\ntwo\nthree")))
                .contains("line 3", "'three\\n'", "'three'");
        assertThat(FirstDifference.between(Blocks.bytes("\u00b0\n"), Blocks.bytes("\u00ba\n")))
                .contains("line 1");
    }
}
