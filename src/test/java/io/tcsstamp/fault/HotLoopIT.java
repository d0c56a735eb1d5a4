package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.fault.FaultPlan.Ending;
import io.tcsstamp.fault.FaultPlan.Pace;
import io.tcsstamp.it.BridgeProcess;
import io.tcsstamp.it.Folders;
import io.tcsstamp.it.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An end that does not work is tried again at leisure, with lines that wait for it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HotLoopIT {
    /** How long attempts are counted. */
    private static final int SECONDS = Form.of(4, 30);

    /** The shortest pause is a quarter of a second. */
    private static final int MOST_PER_SECOND = 8;

    @RegisterExtension final FaultRig rig = new FaultRig();
    @RegisterExtension final Rig namespace = new Rig();

    private String place;

    @Test
    void a_stamp_that_closes_at_once() throws Exception {
        repelled(FaultPlan.REPELLENT);
    }

    @Test
    void a_stamp_that_resets_at_once() throws Exception {
        repelled(new FaultPlan(0, Pace.FULL_SPEED, 0, 0, Ending.RESET));
    }

    private void repelled(FaultPlan plan) throws Exception {
        FaultStamp stamp = rig.stamp(0);
        stamp.start(Stream.generate(() -> plan).iterator());
        NumberedTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.bridge(tcs, stamp);
        tcs.feed(100);
        tcs.awaitFed(Duration.ofSeconds(30));
        await("connections").atMost(Duration.ofSeconds(30)).until(() -> attempts(stamp) > 2);

        int before = attempts(stamp);
        Duration cpu = cpu(bridge);
        TimeUnit.SECONDS.sleep(SECONDS);
        int attempts = attempts(stamp) - before;
        Duration used = cpu(bridge).minus(cpu);
        Form.say("%s: %d attempts in %d s, %d ms of CPU", plan, attempts, SECONDS, used.toMillis());
        assertThat(attempts).isBetween(1, SECONDS * MOST_PER_SECOND);
        assertThat(used).isLessThan(Duration.ofSeconds(SECONDS).dividedBy(2));

        stamp.stop();
        stamp.start();
        rig.awaitLine(tcs.lines(), Duration.ofSeconds(30));
        rig.rest(bridge, stamp);
        rig.ledger().assertComplete(tcs.lines());
    }

    private static int attempts(FaultStamp stamp) {
        return stamp.connections().size();
    }

    private static Duration cpu(BridgeProcess bridge) {
        return bridge.handles().findFirst().orElseThrow().info().totalCpuDuration().orElseThrow();
    }

    /**
     * In a network namespace of its own, where the kernel's count is that of this program alone.
     */
    @Test
    void ends_that_refuse() throws Exception {
        List<String> alone = List.of("unshare", "-Urn", "sh", "-c");
        Assumptions.assumeTrue(works(alone), "needs network namespaces (unshare -Urn)");
        spoolSomething();

        String bridge = Folders.project().resolve("tcs-stamp").toString();
        String script = "ip link set lo up && exec \"$0\" --tcs 127.0.0.1:20001 --stamp " + place;
        List<String> command = Stream.concat(alone.stream(), Stream.of(script, bridge)).toList();
        BridgeProcess process =
                namespace.startCommand(
                        Map.of("SPOOL_FOLDER", rig.spoolFolder().toString()), command);
        process.awaitLog("TCS", "refused");
        process.awaitLog("STAMP", "refused");
        long before = failedAttempts(process);
        TimeUnit.SECONDS.sleep(SECONDS);
        long attempts = failedAttempts(process) - before;

        Form.say("both ends refuse: %d attempts in %d s", attempts, SECONDS);
        assertThat(attempts).isBetween(1L, 2L * SECONDS * MOST_PER_SECOND);
    }

    private void spoolSomething() throws Exception {
        FaultStamp stamp = rig.stamp(0);
        place = stamp.endpoint();
        NumberedTcs tcs = rig.tcs();
        BridgeProcess bridge = rig.bridge(tcs, stamp, Map.of("SHUTDOWN_TIMEOUT", "1"));
        tcs.feed(10);
        tcs.awaitFed(Duration.ofSeconds(30));
        rig.awaitSpooled(stamp, tcs.lines(), Duration.ofSeconds(30));
        assertThat(FaultRig.end(bridge).spooled()).isEqualTo(tcs.lines());
    }

    private static boolean works(List<String> alone) throws Exception {
        List<String> command =
                Stream.concat(alone.stream(), Stream.of("ip link set lo up")).toList();
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The system's count of connections that were refused, in the namespace of a program. */
    private static long failedAttempts(BridgeProcess bridge) throws IOException {
        Path table = Path.of("/proc", Long.toString(Signals.pid(bridge)), "net", "snmp");
        List<String> tcp =
                Files.readAllLines(table).stream().filter(line -> line.startsWith("Tcp:")).toList();
        int column = List.of(tcp.get(0).split(" ")).indexOf("AttemptFails");
        return Long.parseLong(tcp.get(1).split(" ")[column]);
    }
}
