package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tcsstamp.it.BridgeProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A day of one block a second, replayed a thousand times as fast, in which both ends go away every
 * few hours.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoakIT {
    private static final int BLOCKS_PER_SECOND = 1000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PARTS = Form.of(3, 10);
    private static final double MOST_GROWTH = 0.05;

    @RegisterExtension final FaultRig rig = new FaultRig();

    private final Random random = Form.random("soak");
    private final List<Long> heaps = new ArrayList<>();

    @Test
    void a_day_with_reconnects_leaves_the_heap_as_it_was() throws Exception {
        int blocks = Form.of(3_000, 86_400);
        FaultStamp stamp = rig.stamp(0);
        stamp.start();
        NumberedTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.bridge(tcs, stamp);
        for (int part = 0; part < PARTS; part++) {
            // in the long form 2.4 hours, in which either end goes away once
            tcs.feed(blocks / PARTS, BLOCKS_PER_SECOND);
            FaultStamp.pause(random.nextInt(blocks / PARTS));
            tcs.drop();
            FaultStamp.pause(random.nextInt(blocks / PARTS));
            stamp.stop();
            stamp.start();
            tcs.awaitFed(LIMIT);
            rig.awaitLine(tcs.lines(), LIMIT);
            rig.awaitConfirmed(bridge, stamp);
            heaps.add(LiveHeap.bytes(bridge));
        }
        Books books = rig.rest(bridge, stamp);
        List<Long> kib = heaps.stream().map(heap -> heap / 1024).toList();
        Form.say("soak of %d blocks: live heap KiB %s; %s", blocks, kib, rig.ledger());
        rig.ledger().assertComplete(tcs.lines());
        assertThat(tcs.lines()).isEqualTo(blocks * (long) NumberedLines.PER_BLOCK);
        assertThat(books.accepted()).isEqualTo(tcs.lines());
        assertThat(tcs.connections()).as("connections to the TCS").isGreaterThan(1);
        if (Form.LONG) {
            double growth = heaps.get(PARTS - 1) / (double) heaps.get(0) - 1;
            assertThat(growth).as("growth of the live heap").isLessThan(MOST_GROWTH);
        }
    }
}
