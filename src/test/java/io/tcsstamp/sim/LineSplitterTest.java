package io.tcsstamp.sim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();
    private int cuts;
    private final LineSplitter splitter = new LineSplitter(10, lines::add, () -> cuts++);

    @Test
    void lines_end_at_lf_alone() {
        add("one\ntwo\r\n\nthree\n");
        assertThat(lines).containsExactly("one", "two\r", "", "three");
        assertThat(splitter.end()).isFalse();
    }

    @Test
    void what_has_no_lf_is_a_line_at_the_end() {
        add("one\nto");
        add("rn");
        assertThat(lines).containsExactly("one");
        assertThat(splitter.end()).isTrue();
        assertThat(lines).containsExactly("one", "torn");
        assertThat(splitter.end()).isFalse();
    }

    @Test
    void only_the_start_of_too_long_a_line_is_kept() {
        add("0123456789\n");
        assertThat(cuts).isZero();
        add("0123456789a\nnext\n0123");
        add("456789abcdef");
        add("ghi\nlast\n");
        assertThat(lines).containsExactly("0123456789", "0123456789", "next", "0123456789", "last");
        assertThat(cuts).isEqualTo(2);
    }

    @Test
    void a_cut_does_not_split_a_character() {
        add("123456789ºC\n");
        add("12345678€€\n");
        assertThat(lines).containsExactly("123456789", "12345678");
    }

    @RepeatedTest(20)
    void the_chunks_do_not_matter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            expected.add("ºé€x😀".substring(0, random.nextInt(4)));
        }
        byte[] bytes = (String.join("\n", expected) + "\n").getBytes(UTF_8);
        for (int at = 0; at < bytes.length; ) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(12));
            splitter.add(Arrays.copyOfRange(bytes, at, end), end - at);
            at = end;
        }
        assertThat(lines).as("seed %d", seed).isEqualTo(expected);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        splitter.add(bytes, bytes.length);
    }
}
