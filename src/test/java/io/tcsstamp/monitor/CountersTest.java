package io.tcsstamp.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counters of a bridge. */
class CountersTest {
    private final List<Link> downs = new ArrayList<>();
    private final BridgeMonitor monitor =
            new BridgeMonitor(new Quarantine(Path.of("unused"), 0, Clock.systemUTC()), downs::add);

    @Test
    void aSourceCountsWhatItReadAndRejected() {
        SourceCounters tcs = monitor.source("tcs");
        tcs.read(5);
        tcs.read(2);
        tcs.quarantined(1);

        assertThat(tcs.read()).isEqualTo(7);
        assertThat(tcs.quarantined()).isEqualTo(1);
    }

    @Test
    void anIdHasOneSetOfCounters() {
        assertThat(monitor.source("tcs")).isSameAs(monitor.source("tcs"));
        monitor.source("tcs2");

        assertThat(monitor.sources()).containsOnlyKeys("tcs", "tcs2");
    }

    @Test
    void linksTellTheMonitorsListener() {
        Link link = monitor.addLink("STAMP", "127.0.0.1:4444");
        Link other = monitor.addLink("TCS", "127.0.0.1:6666");
        try (LogLines log = new LogLines(Link.class)) {
            link.down("gone");
            assertThat(log.lines()).hasSize(1);
        }

        assertThat(monitor.links()).containsExactly(link, other);
        assertThat(downs).containsExactly(link);
        assertThat(link.end()).isEqualTo("STAMP");
        assertThat(link.address()).isEqualTo("127.0.0.1:4444");
    }
}
