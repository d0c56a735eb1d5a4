package io.tcsstamp.spool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many lines are under way, whole batches or what is left of them. */
class SentWindowTest {
    private final SentWindow window = new SentWindow();
    private long end;

    private SpooledLines add(int lines) {
        SpooledLines batch = new SpooledLines(end, Lines.of(0, lines), lines, 0, 0, 0);
        end = batch.end();
        window.add(batch);
        return batch;
    }

    private static Amount lines(int count) {
        return new Amount(count, count * 11L);
    }

    @Test
    void smallBatchesAreRemovedTogether() {
        add(10);
        add(10);
        add(10);
        assertThat(window.floor(219, -1)).isEqualTo(-1);
        assertThat(window.floor(220, -1)).isEqualTo(220);
        assertThat(window.removeUntil(220)).isEqualTo(lines(20));
        assertThat(window.removeUntil(329)).isEqualTo(Amount.NONE);
        assertThat(window.removeUntil(330)).isEqualTo(lines(10));
    }

    @Test
    void largeOnesAreNot() {
        add(1000);
        add(1000);
        add(1000);
        assertThat(window.floor(22_500, -1)).isEqualTo(22_000);
        assertThat(window.removeUntil(11_000)).isEqualTo(lines(1000));
    }

    @Test
    void theLastOneCanBeTakenBack() {
        add(10);
        SpooledLines last = add(10);
        window.removeLast();
        assertThat(window.floor(last.end(), -1)).isEqualTo(110);
        assertThat(window.removeUntil(last.end())).isEqualTo(lines(10));
        window.removeLast();
        assertThat(window.removeUntil(last.end())).isEqualTo(Amount.NONE);
    }

    @Test
    void whatIsCutOutOfTheMiddleIsNotCountedAgain() {
        add(10);
        add(10);
        add(10);
        window.cut(55, lines(5));
        window.cut(110, lines(5));
        assertThat(window.removeUntil(220)).isEqualTo(lines(10));
        window.cut(231, lines(1));
        assertThat(window.removeUntil(330)).isEqualTo(lines(9));
        window.cut(400, lines(5));
        assertThat(window.removeUntil(1000)).isEqualTo(Amount.NONE);
    }

    @Test
    void nothingIsUnderWayOnceAllWasTakenOut() {
        add(10);
        window.removeUntil(Long.MAX_VALUE);
        assertThat(window.floor(1000, 7)).isEqualTo(7);
        assertThat(window.removeUntil(1000)).isEqualTo(Amount.NONE);
    }
}
