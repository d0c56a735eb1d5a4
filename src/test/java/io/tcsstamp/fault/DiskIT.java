package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.it.BridgeProcess;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The disk below the spool fails while the bridge runs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiskIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MIB = 1 << 20;

    @RegisterExtension final FaultRig rig = new FaultRig();

    @Test
    void on_a_full_disk_lines_wait_in_memory_and_arrive() throws Exception {
        rig.mount(2 * MIB);
        FaultStamp stamp = rig.stamp(0);
        NumberedTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.bridge(tcs, stamp);

        // 5 MB
        tcs.feed(3000);
        bridge.awaitLog("ERROR", "memory");
        tcs.awaitFed(LIMIT);
        stamp.start();
        rig.awaitLine(tcs.lines(), LIMIT);

        Books books = rig.rest(bridge, stamp);
        rig.ledger().assertComplete(tcs.lines());
        assertThat(books.accepted()).isEqualTo(tcs.lines());
    }

    @Test
    void where_memory_is_full_too_the_tcs_is_held_back_and_nothing_is_lost() throws Exception {
        rig.mount(2 * MIB);
        FaultStamp stamp = rig.stamp(0);
        NumberedTcs tcs = rig.tcs();
        // which must not take what it does not read itself for silence of the TCS
        Map<String, String> variables =
                Map.of("STAMP_QUEUE_BYTES", Integer.toString(MIB), "TCS_READ_TIMEOUT", "1");
        BridgeProcess bridge = rig.bridge(tcs, stamp, variables);

        // 40 MB, more than the kernel's buffers take in addition
        tcs.feed(25_000);
        bridge.awaitLog("ERROR", "memory");
        await().during(Duration.ofSeconds(3)).atMost(LIMIT).until(() -> !tcs.isFed());
        stamp.start();
        tcs.awaitFed(LIMIT);
        rig.awaitLine(tcs.lines(), LIMIT);

        assertThat(tcs.connections()).as("connections to the TCS").isEqualTo(1);
        rig.rest(bridge, stamp);
        rig.ledger().assertComplete(tcs.lines());
    }

    @Test
    void when_there_is_room_again_lines_go_to_disk_and_survive_a_kill() throws Exception {
        Tmpfs disk = rig.mount(2 * MIB);
        FaultStamp stamp = rig.stamp(0);
        NumberedTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.bridge(tcs, stamp);
        tcs.feed(3000);
        bridge.awaitLog("ERROR", "memory");
        tcs.awaitFed(LIMIT);

        disk.resize(64 * MIB);
        tcs.feed(1);
        bridge.awaitLog("INFO", "on disk again");
        rig.awaitSpooled(stamp, tcs.lines(), LIMIT);
        Signals.kill(bridge);
        assertThat(SpoolContent.of(rig.spoolFile(stamp)).lines()).isEqualTo(tcs.lines());
        BridgeProcess next = rig.bridge(tcs, stamp);
        stamp.start();
        rig.awaitLine(tcs.lines(), LIMIT);

        rig.rest(next, stamp);
        rig.ledger().assertComplete(tcs.lines());
    }

    @Test
    void a_file_in_the_place_of_the_folder() throws Exception {
        Files.writeString(rig.spoolFolder(), "no folder");
        FaultStamp stamp = rig.stamp(0);
        NumberedTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.bridge(tcs, stamp);

        bridge.awaitLog("ERROR", rig.spoolFolder().toString(), "memory");
        tcs.feed(1000);
        tcs.awaitFed(LIMIT);
        stamp.start();
        rig.awaitLine(tcs.lines(), LIMIT);

        rig.rest(bridge, stamp);
        rig.ledger().assertComplete(tcs.lines());
        assertThat(rig.spoolFolder()).hasContent("no folder");
        assertThat(bridge.stderr().text()).doesNotContain("\tat ");
    }
}
