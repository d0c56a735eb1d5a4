package io.tcsstamp.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacketCountersTest {
    private final PacketCounters counters = new PacketCounters();

    @Test
    void countsByApidAndCause() {
        counters.decoded(11, 3);
        counters.decoded(2047, 1);
        counters.failed(11, "short");
        counters.failed(11, "short");
        counters.failed(PacketCounters.NO_APID, "unknown");
        counters.noticed(11, "over-long");
        counters.missing(11, 5);
        counters.decoded(12, 0);

        assertThat(counters.byApid()).containsOnlyKeys(-1, 11, 2047);
        assertThat(counters.byApid().get(11))
                .isEqualTo(
                        new PacketCounters.Counts(3, 2, 5, Map.of("short", 2L, "over-long", 1L)));
        assertThat(counters.total())
                .isEqualTo(
                        new PacketCounters.Counts(
                                4, 3, 5, Map.of("short", 2L, "over-long", 1L, "unknown", 1L)));
        assertThat(counters.total().packets()).isEqualTo(7);
    }

    @Test
    void causesThatNobodyKnowsDoNotFillTheMemory() {
        IntStream.range(0, 1000).forEach(i -> counters.failed(5, "cause " + i));

        assertThat(counters.byApid().get(5).causes()).hasSizeLessThan(40).containsKey("other");
        assertThat(counters.byApid().get(5).causes().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(1000);
    }
}
