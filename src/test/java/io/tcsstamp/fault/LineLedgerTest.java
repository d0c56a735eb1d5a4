package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.fault.LineLedger.Gap;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The ledger finds every way in which lines can go wrong. */
class LineLedgerTest {
    private final LineLedger ledger = new LineLedger();
    private final NumberedLines lines = new NumberedLines();

    private Arrivals connection(long... numbers) {
        StringBuilder text = new StringBuilder();
        for (long number : numbers) {
            text.append(lines.line(number)).append('\n');
        }
        return connection(text.toString(), 7);
    }

    private Arrivals connection(String text, int chunk) {
        Arrivals arrivals = new Arrivals(ledger);
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i += chunk) {
            byte[] part = Arrays.copyOfRange(all, i, Math.min(all.length, i + chunk));
            arrivals.append(part, part.length);
        }
        return arrivals;
    }

    @Test
    void all_in_order_is_complete() {
        connection(1, 2, 3);
        Arrivals last = connection(4, 5);
        ledger.assertComplete(5);
        assertThat(ledger.duplicates()).isZero();
        assertThat(last.first()).isEqualTo(4);
        assertThat(last.last()).isEqualTo(5);
        assertThat(last.count()).isEqualTo(2);
    }

    @Test
    void resends_are_duplicates_and_no_faults() {
        connection(1, 2, 3, 4);
        connection(2, 3, 4, 5);
        connection(1, 2);
        ledger.assertComplete(5);
        assertThat(ledger.duplicates()).isEqualTo(5);
    }

    @Test
    void a_torn_line_is_not_one_and_must_come_whole() {
        Arrivals torn = connection(lines.line(1) + "\n" + lines.line(2).substring(0, 9), 5);
        assertThat(torn.tornBytes()).isEqualTo(9);
        connection(lines.line(2).substring(9) + "\n", 5);
        assertThat(ledger.last()).isEqualTo(1);
        assertThat(ledger.corrupt()).isEqualTo(1);
        assertThatThrownBy(ledger::assertSound).isInstanceOf(AssertionError.class);
    }

    @Test
    void what_is_missing_is_lost() {
        connection(1, 2);
        connection(5, 6);
        ledger.assertSound();
        assertThat(ledger.gaps()).containsExactly(new Gap(3, 4));
        assertThat(ledger.lost()).isEqualTo(2);
        assertThatThrownBy(() -> ledger.assertComplete(6)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_resend_over_a_gap_is_in_order() {
        connection(1, 2, 5, 6);
        connection(2, 5, 6, 7);
        ledger.assertSound();
    }

    @Test
    void what_comes_late_is_a_fault() {
        connection(1, 2, 5);
        connection(3);
        assertThat(ledger.faults()).containsExactly("line 3 came late");
    }

    @Test
    void a_step_back_within_a_connection_is_a_fault() {
        connection(1, 2, 3, 2);
        assertThat(ledger.faults()).containsExactly("line 3 is followed by line 2");
    }

    @Test
    void a_line_left_out_in_a_resend_is_a_fault() {
        connection(1, 2, 3);
        connection(1, 3);
        assertThat(ledger.faults()).hasSize(1);
    }

    @Test
    void a_jump_from_a_resend_to_new_lines_is_a_fault() {
        connection(1, 2, 3);
        connection(2, 4);
        assertThat(ledger.faults()).hasSize(1);
    }

    @Test
    void every_byte_counts() {
        String good = lines.line(1);
        for (int i = 0; i < good.length(); i++) {
            String bad = good.substring(0, i) + '#' + good.substring(i + 1);
            connection(bad + "\n", 100);
            assertThat(ledger.corrupt()).as(bad).isEqualTo(i + 1);
        }
        connection(good.replace("\t1", "\t2") + "\n", 100);
        assertThat(ledger.corrupt()).isEqualTo(good.length() + 1);
    }

    @Test
    void bytes_are_blocks_whole_or_begun() {
        int first = NumberedLines.block(5).length;
        int second = NumberedLines.block(6).length;
        assertThat(NumberedTcs.blocksIn(5, 0, true)).isZero();
        assertThat(NumberedTcs.blocksIn(5, first - 1, false)).isZero();
        assertThat(NumberedTcs.blocksIn(5, first - 1, true)).isEqualTo(1);
        assertThat(NumberedTcs.blocksIn(5, first + second, true)).isEqualTo(2);
        assertThat(NumberedTcs.blocksIn(5, first + second + 1, false)).isEqualTo(2);
    }
}
