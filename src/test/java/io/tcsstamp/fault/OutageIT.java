package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.BridgeProcess;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** STAMP is away for a long time. */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutageIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Of lines that may wait in memory; far less than what comes while STAMP is away. */
    private static final int QUEUE_BYTES = 1 << 20;

    @RegisterExtension final FaultRig rig = new FaultRig();

    @Test
    void all_lines_of_an_outage_arrive_and_the_bridge_reads_on_meanwhile() throws Exception {
        int blocks = Form.of(50_000, 1_000_000) / NumberedLines.PER_BLOCK;
        FaultStamp stamp = rig.stamp(0);
        stamp.start();
        NumberedTcs tcs = rig.tcs();
        Map<String, String> variables = Map.of("STAMP_QUEUE_BYTES", Integer.toString(QUEUE_BYTES));
        BridgeProcess bridge = rig.bridge(tcs, stamp, variables);
        linesPerSecond(tcs, blocks);
        double up = linesPerSecond(tcs, blocks);
        rig.awaitLine(tcs.lines(), LIMIT);
        long heapUp = LiveHeap.bytes(bridge);

        stamp.stop();
        bridge.awaitLog("STAMP", "connecting again");
        double down = linesPerSecond(tcs, blocks);
        long heapDown = LiveHeap.bytes(bridge);
        long before = rig.ledger().last();
        stamp.start();

        rig.awaitLine(tcs.lines(), LIMIT);
        Books books = rig.rest(bridge, stamp);
        Form.say(
                "outage of %d lines: read at %.0f lines/s with STAMP, %.0f without; live heap %d"
                        + " KiB and %d KiB; %s",
                tcs.lines() - before, up, down, heapUp / 1024, heapDown / 1024, rig.ledger());
        rig.ledger().assertComplete(tcs.lines());
        assertThat(books.accepted()).isEqualTo(tcs.lines());
        assertThat(tcs.lines() - before).as("lines of the outage").isGreaterThanOrEqualTo(blocks);
        assertThat(heapDown - heapUp).as("growth of the live heap").isLessThan(2 * QUEUE_BYTES);
        if (Form.LONG) {
            assertThat(down).as("lines/s without STAMP").isGreaterThan(up / 2);
        }
    }

    private double linesPerSecond(NumberedTcs tcs, int blocks) {
        long start = System.nanoTime();
        tcs.feed(blocks);
        tcs.awaitFed(LIMIT);
        return blocks * (double) NumberedLines.PER_BLOCK / (System.nanoTime() - start) * 1e9;
    }
}
