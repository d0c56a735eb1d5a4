package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.fault.FaultPlan.Ending;
import io.tcsstamp.fault.FaultPlan.Pace;
import io.tcsstamp.it.BridgeProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connection to STAMP is cut again and again while lines come at full speed. */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CutsIT {
    /** A receive buffer that makes the unconfirmed tail small, and what that is then. */
    private static final int SMALL_BUFFER = 1 << 16;

    private static final long SMALL_TAIL = 131_070;
    private static final int LINE_BYTES = 52;

    @RegisterExtension final FaultRig rig = new FaultRig();

    /** Nothing is confirmed before an orderly end: all of it comes again and again. */
    @Test
    void nothing_is_lost_where_stamp_has_the_buffer_of_its_system() throws Exception {
        int lines = Form.of(32_000, 200_000);
        int cuts = Form.of(20, 200);
        cut("cuts", 0, lines, cuts, 2L * lines * LINE_BYTES / cuts);
    }

    /** Confirmation goes on within a connection. */
    @Test
    void nothing_is_lost_where_stamp_has_a_small_buffer() throws Exception {
        int lines = Form.of(32_000, 4_000_000);
        int cuts = Form.of(20, 200);
        long most = 2 * SMALL_TAIL + 2L * lines * LINE_BYTES / cuts;
        cut("cuts, small buffer", SMALL_BUFFER, lines, cuts, most);
    }

    /** The peer is a process that has stopped reading and is killed then. */
    @Test
    void nothing_is_lost_where_stamp_is_killed() throws Exception {
        int lines = Form.of(32_000, 1_000_000);
        int kills = Form.of(3, 50);
        Random random = Form.random("killed STAMP");
        FaultStamp stamp = rig.stamp(SMALL_BUFFER);
        NumberedTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.bridge(tcs, stamp);
        tcs.feed(lines / NumberedLines.PER_BLOCK);

        long most = lines * (long) LINE_BYTES / (kills + 1);
        for (int i = 0; i < kills; i++) {
            long bytes = 1 + (long) (random.nextDouble() * most);
            StampProcess process = rig.process(stamp, SMALL_BUFFER, bytes);
            process.awaitRead();
            FaultStamp.pause(random.nextInt(200));
            process.kill();
        }
        stamp.start();

        rig.awaitLine(lines, Duration.ofMinutes(Form.of(2, 30)));
        Books books = rig.rest(bridge, stamp);
        Form.say("killed STAMP: %s", rig.ledger());
        rig.ledger().assertComplete(lines);
        assertThat(rig.ledger().duplicates()).isLessThanOrEqualTo(books.resent());
    }

    /** That the tests above can fail: what TCP has acknowledged has not arrived. */
    @Test
    void lines_are_lost_where_the_tail_is_set_to_nothing() throws Exception {
        FaultStamp stamp = rig.stamp(0);
        stamp.start(
                List.of(new FaultPlan(0, Pace.FULL_SPEED, 100_000, 300, Ending.CLOSE)).iterator());
        NumberedTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.bridge(tcs, stamp, Map.of("STAMP_TAIL", "0"));

        tcs.feed(1000);

        rig.awaitLine(32_000, Duration.ofMinutes(1));
        FaultRig.end(bridge);
        rig.ledger().assertSound();
        assertThat(rig.ledger().lost()).as("lost lines").isPositive();
    }

    private void cut(String name, int receiveBuffer, int lines, int cuts, long most)
            throws Exception {
        Random random = Form.random(name);
        FaultStamp stamp = rig.stamp(receiveBuffer);
        NumberedTcs tcs = rig.tcs();
        // a backlog, and new lines at full speed in every connection
        int blocks = lines / NumberedLines.PER_BLOCK / cuts * 3 / 4;
        tcs.feed(lines / NumberedLines.PER_BLOCK - blocks * cuts);
        stamp.start(FaultPlan.random(random, cuts, most), () -> tcs.feed(blocks));
        BridgeProcess bridge = rig.bridge(tcs, stamp);

        Duration limit = Duration.ofMinutes(Form.of(2, 30));
        await("the last cut").atMost(limit).until(stamp::plansDone);
        rig.awaitLine(tcs.toldLines(), limit);
        Books books = rig.rest(bridge, stamp);
        Form.say("%s: %s; %s", name, rig.ledger(), CutTally.of(stamp));
        rig.ledger().assertComplete(tcs.lines());
        assertThat(rig.ledger().duplicates())
                .as("duplicates")
                .isPositive()
                .isLessThanOrEqualTo(books.resent());
        assertThat(books.accepted()).as("accepted").isEqualTo(tcs.lines());
        CutTally.of(stamp).assertThatAllKindsHappened();
        if (receiveBuffer > 0) {
            assertThat(stamp.connections())
                    .as("one that began behind the first line after one that broke")
                    .anyMatch(arrivals -> arrivals.first() > 1);
        }
    }
}
