package io.tcsstamp.it;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * All that one test starts: a temporary folder, the program, a TCS and a STAMP. As a JUnit
 * extension it ends everything after the test and prints what the program wrote when the test
 * failed. The seed of random feeds is printed too; {@code -Dit.seed=N} repeats it.
 */
public final class Rig implements AfterEachCallback, Closeable {
    static {
        // the default of 100 ms before the first look would be most of the time of some tests
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    private final long seed = Long.getLong("it.seed", System.nanoTime());
    private final Path folder;
    private final List<BridgeProcess> processes = new CopyOnWriteArrayList<>();
    private final Deque<Closeable> servers = new ArrayDeque<>();

    public Rig() {
        try {
            folder = Files.createTempDirectory("tcs-stamp-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The working directory of the program. */
    public Path folder() {
        return folder;
    }

    /** Where the program puts what it cannot read. */
    public Path quarantine() {
        return folder.resolve("quarantine");
    }

    /** Starts the program with some options. */
    public BridgeProcess start(String... options) throws IOException {
        return start(Map.of(), options);
    }

    /** Starts the program with some environment variables and options. */
    public BridgeProcess start(Map<String, String> environment, String... options)
            throws IOException {
        return register(BridgeProcess.start(folder, environment, options));
    }

    /** Starts another command than the project's launcher. */
    public BridgeProcess startCommand(Map<String, String> environment, List<String> command)
            throws IOException {
        return register(BridgeProcess.startCommand(folder, environment, command));
    }

    private BridgeProcess register(BridgeProcess process) {
        processes.add(process);
        return process;
    }

    /** A TCS that is not listening yet. */
    FakeTcs tcsDown() throws IOException {
        FakeTcs tcs = newTcs();
        tcs.reserve();
        return tcs;
    }

    /** A TCS that listens. */
    FakeTcs tcs() throws IOException {
        FakeTcs tcs = newTcs();
        tcs.start();
        return tcs;
    }

    /** A TCS that listens and speaks TLS. */
    FakeTcs tcs(SSLContext context, boolean demandsCertificate) throws IOException {
        FakeTcs tcs = newTcs();
        tcs.secure(context, demandsCertificate);
        tcs.start();
        return tcs;
    }

    private FakeTcs newTcs() {
        FakeTcs tcs = new FakeTcs(seed);
        servers.push(tcs);
        return tcs;
    }

    /** A STAMP that is not listening yet. */
    FakeStamp stampDown() throws IOException {
        FakeStamp stamp = newStamp(0);
        stamp.reserve();
        return stamp;
    }

    /** A STAMP that listens. */
    FakeStamp stamp() throws IOException {
        return stamp(0);
    }

    /** A STAMP that listens, with a kernel receive buffer of about so many bytes. */
    FakeStamp stamp(int receiveBuffer) throws IOException {
        FakeStamp stamp = newStamp(receiveBuffer);
        stamp.start();
        return stamp;
    }

    /** A STAMP that listens and speaks TLS. */
    FakeStamp stamp(SSLContext context, boolean demandsCertificate) throws IOException {
        FakeStamp stamp = newStamp(0);
        stamp.secure(context, demandsCertificate);
        stamp.start();
        return stamp;
    }

    private FakeStamp newStamp(int receiveBuffer) {
        FakeStamp stamp = new FakeStamp(receiveBuffer);
        servers.push(stamp);
        return stamp;
    }

    /** Two hosts with a cable between them; skips the test where they cannot be made. */
    Cable cable() throws IOException, InterruptedException {
        Cable cable = Cable.lay(folder);
        servers.push(cable);
        return cable;
    }

    /** Starts the launcher with some options on one of the hosts of a cable. */
    BridgeProcess startOn(Cable.Host host, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(host.enter());
        command.add(Folders.project().resolve("tcs-stamp").toString());
        command.addAll(List.of(options));
        return startCommand(environment, command);
    }

    /** What all programs of this rig wrote, and the seed. */
    public String report() {
        StringBuilder text = new StringBuilder("it.seed=" + seed + System.lineSeparator());
        processes.forEach(process -> text.append(process.report()));
        return text.toString();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            System.err.println("==== " + context.getDisplayName() + " failed, " + report());
        }
        close();
    }

    @Override
    public void close() throws IOException {
        processes.forEach(BridgeProcess::close);
        while (!servers.isEmpty()) {
            servers.pop().close();
        }
        Folders.delete(folder);
    }
}
