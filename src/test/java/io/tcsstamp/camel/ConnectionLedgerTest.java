package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which lines the bytes on a wire belong to. */
class ConnectionLedgerTest {
    private final ConnectionLedger ledger = new ConnectionLedger();

    @Test
    void wholeEntriesAreWithinSoManyBytes() {
        ledger.wrote(5_000, 100_000, 105_000, true);
        ledger.wrote(15_000, 105_000, 115_000, true);

        assertThat(ledger.until(4_999)).isEqualTo(-1);
        assertThat(ledger.until(5_000)).isEqualTo(105_000);
        assertThat(ledger.until(14_999)).as("nothing new").isEqualTo(-1);
        assertThat(ledger.until(1_000_000)).isEqualTo(115_000);
        assertThat(ledger.until(1_000_000)).isEqualTo(-1);
    }

    @Test
    void smallEntriesAreOne() {
        ledger.wrote(10, 0, 10, true);
        ledger.wrote(20, 10, 20, true);
        assertThat(ledger.until(10)).isEqualTo(-1);
        assertThat(ledger.until(20)).isEqualTo(20);
    }

    @Test
    void butNotAcrossAGap() {
        ledger.wrote(10, 0, 10, true);
        ledger.wrote(20, 500, 510, true);
        assertThat(ledger.until(10)).isEqualTo(10);
        assertThat(ledger.until(20)).isEqualTo(510);
    }

    @Test
    void whereEveryByteIsOneTheByteIsKnown() {
        ledger.wrote(10, 1000, 1010, true);
        ledger.wrote(30, 1010, 1030, true);
        assertThat(ledger.exactlyUntil(25)).isEqualTo(1025);
        assertThat(ledger.exactlyUntil(30)).isEqualTo(1030);
        assertThat(ledger.exactlyUntil(31)).isEqualTo(-1);
    }

    @Test
    void notBeforeTheFirst() {
        ledger.wrote(10_000, 0, 10_000, true);
        ledger.wrote(20_000, 50_000, 60_000, true);
        assertThat(ledger.until(10_000)).isEqualTo(10_000);
        assertThat(ledger.exactlyUntil(10_000)).isEqualTo(50_000);
        assertThat(ledger.exactlyUntil(10_001)).isEqualTo(50_001);
    }

    @Test
    void withTlsOnlyWholeEntriesAreKnown() {
        ledger.wrote(6_000, 0, 5_000, false);
        ledger.wrote(12_000, 5_000, 10_000, false);
        assertThat(ledger.exactlyUntil(11_999)).isEqualTo(5_000);
        assertThat(ledger.exactlyUntil(12_000)).isEqualTo(10_000);
    }
}
