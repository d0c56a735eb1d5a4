package io.tcsstamp.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One line per change of state, and none per attempt. */
class LinkTest {
    private final List<Link> downs = new ArrayList<>();
    private final Link link = new Link("TCS", "127.0.0.1:6666", "tcs", downs::add);
    private final LogLines log = new LogLines(Link.class);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void isConnectingAtFirst() {
        assertThat(link.state()).isEqualTo(LinkState.CONNECTING);
        assertThat(link.detail()).isEmpty();
        assertThat(link).hasToString("TCS 127.0.0.1:6666: connecting");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void saysOnceThatItIsConnected() {
        link.up();
        link.up();

        assertThat(log.lines()).containsExactly("INFO TCS 127.0.0.1:6666: connected");
        assertThat(link.state()).isEqualTo(LinkState.UP);
        assertThat(downs).isEmpty();
    }

    @Test
    void saysOnceWhyItIsDown() {
        link.down("connection refused");
        link.down("connection refused");

        assertThat(log.lines()).containsExactly("WARNING TCS 127.0.0.1:6666: connection refused");
        assertThat(downs).containsExactly(link);
        assertThat(link.detail()).isEqualTo("connection refused");
        assertThat(link).hasToString("TCS 127.0.0.1:6666: connection refused");
    }

    @Test
    void saysEachChange() {
        link.down("refused");
        link.up();
        link.down("closed by the peer");
        link.up();

        assertThat(log.lines()).hasSize(4);
        assertThat(downs).hasSize(2);
        assertThat(link.detail()).isEmpty();
    }

    @Test
    void isClosedByUsWithoutAWord() {
        link.up();
        link.closed();

        assertThat(link.state()).isEqualTo(LinkState.DOWN);
        assertThat(log.lines()).hasSize(1);
        assertThat(downs).isEmpty();
    }

    @Test
    void tellsTheLatestReasonWithoutALine() {
        link.down("connection refused");
        link.down("unknown host");

        assertThat(link.detail()).isEqualTo("unknown host");
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void knowsSinceWhen() {
        var before = link.since();
        link.up();
        var since = link.since();
        link.up();

        assertThat(since).isAfterOrEqualTo(before);
        assertThat(link.since()).isEqualTo(since);
    }

    @Test
    void aSilenceIsToldOnceAndItsEnd() {
        Instant last = Instant.parse("2026-11-21T06:43:50Z");
        link.up();
        link.heard();
        link.silent(last, false);
        link.silent(last.plusSeconds(5), false);

        assertThat(link.state()).isEqualTo(LinkState.UP);
        assertThat(link.silentSince()).contains(last);
        assertThat(link)
                .hasToString(
                        "TCS 127.0.0.1:6666: connected, but silent since 2026-11-21T06:43:50Z");
        link.heard();
        link.heard();

        assertThat(link.silentSince()).isEmpty();
        assertThat(link).hasToString("TCS 127.0.0.1:6666: connected");
        assertThat(log.lines()).hasSize(3);
        assertThat(log.lines().get(1)).startsWith("WARNING").contains("since " + last);
        assertThat(log.lines().get(2)).startsWith("INFO").contains("bytes come again");
        assertThat(downs).isEmpty();
    }

    @Test
    void aSilenceOutlivesAConnectionUntilAByteComes() {
        Instant last = Instant.now().minusSeconds(10);
        link.up();
        link.silent(last, true);
        link.down("no byte for 10 s");
        assertThat(link).hasToString("TCS 127.0.0.1:6666: no byte for 10 s");
        link.up();
        link.silent(Instant.now(), false);

        assertThat(link.silentSince()).contains(last);
        assertThat(log.lines()).hasSize(3).noneMatch(line -> line.contains("silent"));
        link.heard();
        assertThat(log.lines()).hasSize(4);
    }

    @Test
    void aPeerThatTakesNothingIsToldOnceAndSoIsItsReturn() {
        Link link = new Link("STAMP", "127.0.0.1:4444", "stamp", down -> {});
        link.up();
        try (LogLines log = new LogLines(Link.class)) {
            link.stalled(Instant.EPOCH);
            link.stalled(Instant.EPOCH);
            assertThat(link.stalledSince()).contains(Instant.EPOCH);
            assertThat(link.toString()).contains("taken nothing since 1970");
            link.taking();
            link.taking();
            assertThat(log.lines()).hasSize(2);
        }
        assertThat(link.stalledSince()).isEmpty();
        assertThat(link).hasToString("STAMP 127.0.0.1:4444: connected");
    }

    @Test
    void anEndEndsAStall() {
        Link link = new Link("STAMP", "127.0.0.1:4444", "stamp", down -> {});
        link.up();
        link.stalled(Instant.EPOCH);
        link.down("gone");

        assertThat(link.stalledSince()).isEmpty();
    }

    @Test
    void aLinkThatWasStoppedIsNoFailureAndNotSilent() {
        link.up();
        link.silent(Instant.parse("2026-11-21T06:43:50Z"), true);
        link.stopped("stopped by an operator");
        link.closed();

        assertThat(link.state()).isEqualTo(LinkState.STOPPED);
        assertThat(link).hasToString("TCS 127.0.0.1:6666: stopped by an operator");
        assertThat(link.silentSince()).isEmpty();
        assertThat(downs).isEmpty();

        link.started();
        assertThat(link.state()).isEqualTo(LinkState.CONNECTING);
        assertThat(link.detail()).isEmpty();
        link.up();
        link.started();
        assertThat(link.state()).as("no effect on one that runs").isEqualTo(LinkState.UP);
    }
}
