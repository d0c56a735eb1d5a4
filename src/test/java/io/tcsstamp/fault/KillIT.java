package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.fault.LineLedger.Gap;
import io.tcsstamp.it.BridgeProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The bridge is killed by SIGKILL again and again under load. It is frozen first, so that what it
 * has read and what the kernel still has of it can be told apart.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillIT {
    private static final int SMALL_BUFFER = 1 << 16;

    /** Of the program's socket; one may be on its way to the spool while the next begins. */
    private static final int TWO_READS = 2 << 18;

    @RegisterExtension final FaultRig rig = new FaultRig();

    private final List<Gap> expected = new ArrayList<>();
    private long worst;
    private long worstBytes;

    @BeforeEach
    void onLinux() {
        Assumptions.assumeTrue(SocketQueues.areKnown(), "needs /proc/net/tcp of Linux");
    }

    @Test
    void what_has_reached_the_spool_arrives_after_a_kill() throws Exception {
        Random random = Form.random("killed bridge");
        int kills = Form.of(4, 50);
        FaultStamp stamp = rig.stamp(SMALL_BUFFER);
        NumberedTcs tcs = rig.tcs();
        tcs.feed(Long.MAX_VALUE / 2, 0);
        for (int i = 0; i < kills; i++) {
            // STAMP is away, or fails too
            boolean up = random.nextInt(4) > 0;
            if (up) {
                stamp.start(FaultPlan.random(random, 1000, 2_000_000));
            }
            BridgeProcess bridge = rig.bridge(tcs, stamp);
            int connections = i + 1;
            await("a bridge that reads")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> tcs.connections() == connections);
            FaultStamp.pause(random.nextInt(600));
            kill(bridge, tcs, stamp);
            stamp.stop();
        }
        tcs.halt();
        stamp.start();
        BridgeProcess bridge = rig.bridge(tcs, stamp);
        await("a bridge that reads").until(() -> tcs.connections() == kills + 1);
        tcs.feed(10);
        tcs.awaitFed(Duration.ofSeconds(30));

        rig.awaitLine(tcs.lines(), Duration.ofMinutes(Form.of(2, 20)));
        Books books = rig.rest(bridge, stamp);
        Form.say(
                "%d kills of the bridge: %s; read and not yet in the spool at most %d blocks (%d"
                        + " bytes)",
                kills, rig.ledger(), worst, worstBytes);
        rig.ledger().assertSound();
        assertThat(rig.ledger().last()).isEqualTo(tcs.lines());
        assertThat(rig.ledger().gaps()).isEqualTo(expected);
        assertThat(books.recovered()).as("recovered").isPositive();
        assertThat(worstBytes).as("bytes read and not stored").isLessThanOrEqualTo(TWO_READS);
    }

    private void kill(BridgeProcess bridge, NumberedTcs tcs, FaultStamp stamp) throws Exception {
        assertThat(bridge.isAlive()).as("the bridge lives until it is killed").isTrue();
        Signals.freeze(bridge);
        // the TCS fills the kernel's buffers before all is at rest
        long unread = SocketQueues.awaitUnread(tcs.port(), tcs.progress().clientPort());
        NumberedTcs.Progress progress = tcs.progress();
        Signals.kill(bridge);
        await("the TCS alone").until(() -> !tcs.isConnected());

        SpoolContent spool = SpoolContent.of(rig.spoolFile(stamp));
        long stored = Math.max(spool.last(), rig.ledger().last());
        long read =
                progress.firstBlock()
                        + NumberedTcs.blocksIn(
                                progress.firstBlock(), progress.bytes() - unread, false);
        // what went missing before this bridge is not its own
        long lost = read - Math.max(progress.firstBlock(), stored / NumberedLines.PER_BLOCK);
        if (lost > worst) {
            worst = lost;
            worstBytes = lost * NumberedLines.block(read).length;
        }
        // nothing was stored since the kill before: its gap becomes longer
        expected.removeIf(gap -> gap.from() == stored + 1);
        if (tcs.lines() > stored) {
            expected.add(new Gap(stored + 1, tcs.lines()));
        }
        Form.say(
                "killed: %s; read %d blocks, %d bytes unread; %d blocks read and not stored",
                spool, read - progress.firstBlock(), unread, lost);
    }
}
