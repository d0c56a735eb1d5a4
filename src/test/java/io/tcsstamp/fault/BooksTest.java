package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class BooksTest {
    @Test
    void they_are_read_from_the_log_and_must_add_up() {
        Books books =
                Books.of(
                        "INFO  tcs: 1 records read\nINFO  stamp: 2 recovered + 5 accepted ="
                                + " 4 confirmed + 3 spooled + 0 dropped; 6 resent\n");
        assertThat(books.assertBalanced()).isEqualTo(new Books(2, 5, 4, 3, 0, 6));
        assertThatThrownBy(() -> new Books(2, 5, 4, 2, 0, 6).assertBalanced())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> Books.of("nothing")).isInstanceOf(NoSuchElementException.class);
    }
}
