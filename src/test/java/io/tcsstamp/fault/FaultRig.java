package io.tcsstamp.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.it.BridgeProcess;
import io.tcsstamp.it.Rig;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All that one test of this package starts: a TCS and a STAMP of numbered lines, their ledger, and
 * bridges that share one spool. As a JUnit extension it ends everything after the test and prints
 * what the bridges wrote where it failed.
 */
final class FaultRig implements AfterEachCallback {
    private static final Duration REST_LIMIT = Duration.ofSeconds(30);

    private final Rig rig = new Rig();
    private final LineLedger ledger = new LineLedger();
    private final Deque<Closeable> peers = new ArrayDeque<>();
    private final List<FaultStamp> stamps = new ArrayList<>();
    private final Deque<Tmpfs> disks = new ArrayDeque<>();

    LineLedger ledger() {
        return ledger;
    }

    /** The working directory of the bridges. */
    Path folder() {
        return rig.folder();
    }

    /** Where the bridges keep their spools. */
    Path spoolFolder() {
        return rig.folder().resolve("spool");
    }

    /** The file of the spool for a STAMP. */
    Path spoolFile(FaultStamp stamp) {
        return spoolFolder().resolve("stamp-127.0.0.1-" + stamp.port() + ".db");
    }

    /** Puts a small file system below the spools. */
    Tmpfs mount(int bytes) throws Exception {
        Tmpfs disk = Tmpfs.mount(spoolFolder(), bytes);
        disks.push(disk);
        return disk;
    }

    NumberedTcs tcs() throws IOException {
        NumberedTcs tcs = new NumberedTcs();
        peers.push(tcs);
        return tcs;
    }

    /** A STAMP that does not listen yet. */
    FaultStamp stamp(int receiveBuffer) throws IOException {
        FaultStamp stamp = new FaultStamp(ledger, receiveBuffer);
        stamps.add(stamp);
        peers.push(stamp);
        return stamp;
    }

    /** A STAMP as a process of its own in the place of one that does not listen. */
    StampProcess process(FaultStamp place, int receiveBuffer, long bytes) throws IOException {
        StampProcess process =
                new StampProcess(place.port(), receiveBuffer, bytes, new Arrivals(ledger));
        peers.push(process);
        return process;
    }

    /** Starts a bridge between both. */
    BridgeProcess bridge(NumberedTcs tcs, FaultStamp stamp) throws IOException {
        return bridge(tcs, stamp, Map.of());
    }

    /** Starts a bridge between both with properties as environment variables. */
    BridgeProcess bridge(NumberedTcs tcs, FaultStamp stamp, Map<String, String> variables)
            throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("SPOOL_FOLDER", spoolFolder().toString()));
        all.putAll(variables);
        return rig.start(all, "--tcs", tcs.endpoint(), "--stamp", stamp.endpoint());
    }

    /** Waits until the line with this number has come. */
    void awaitLine(long number, Duration limit) {
        await("line " + number).atMost(limit).until(ledger::last, last -> last >= number);
    }

    /** Waits until the line with this number is on disk. */
    void awaitSpooled(FaultStamp stamp, long number, Duration limit) {
        await("line " + number + " in the spool")
                .atMost(limit)
                // as long as the file is being made
                .ignoreExceptionsMatching(
                        e -> e instanceof SQLException || e instanceof NoSuchFileException)
                .until(() -> SpoolContent.of(spoolFile(stamp)).last() == number);
    }

    /**
     * Lets STAMP close after it has read all, so that all is confirmed, then ends the bridge by
     * SIGTERM; checks that the books add up and nothing is left.
     */
    Books rest(BridgeProcess bridge, FaultStamp stamp) throws InterruptedException {
        awaitConfirmed(bridge, stamp);
        Books books = end(bridge);
        assertThat(books.spooled()).as("lines left in the spool of %s", books).isZero();
        return books;
    }

    /** Lets STAMP close after it has read all, and waits until the bridge has noticed. */
    void awaitConfirmed(BridgeProcess bridge, FaultStamp stamp) {
        assertThat(stamp.plansDone()).as("all plans carried out").isTrue();
        await("a connection after the last plan").atMost(REST_LIMIT).until(stamp::isConnected);
        int before = ends(bridge);
        stamp.closeAfterReading();
        await("the orderly end").atMost(REST_LIMIT).until(() -> !stamp.isClosing());
        await("a bridge that notices it").atMost(REST_LIMIT).until(() -> ends(bridge) > before);
    }

    private static int ends(BridgeProcess bridge) {
        return bridge.stderr().lines("closed by the peer; connecting again").size();
    }

    /** Ends the bridge by SIGTERM, checks that its books add up, and prints them. */
    static Books end(BridgeProcess bridge) throws InterruptedException {
        bridge.terminate();
        Books books = Books.of(bridge.stderr().text());
        Form.say("%s", books);
        return books.assertBalanced();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            Form.say("%s failed; %s%n%s", context.getDisplayName(), ledger, ledger.report());
            stamps.forEach(stamp -> Form.say("connections to STAMP: %s", stamp.connections()));
        }
        while (!peers.isEmpty()) {
            peers.pop().close();
        }
        while (!disks.isEmpty()) {
            disks.pop().close();
        }
        rig.afterEach(context);
    }
}
