package io.tcsstamp.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two hosts and a cable between them that can be pulled: network namespaces of their own with a
 * veth pair, which no traffic leaves. Needs Linux, util-linux, iproute2 and the permission to make
 * user namespaces, but not root. Closing it ends the namespaces.
 */
final class Cable implements Closeable {
    /** One of the two hosts; lasts as long as its process. */
    record Host(String address, Process process, List<String> enter) {}

    private static final int LIMIT_SECONDS = 10;

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private Host near;
    private Host far;

    private Cable(Path folder) {
        this.folder = folder;
    }

    /** Makes the hosts and connects them; skips the test where that is not possible. */
    static Cable lay(Path folder) throws IOException, InterruptedException {
        Cable cable = new Cable(folder);
        try {
            cable.near = cable.host("10.99.0.1", List.of("unshare", "--user", "--map-root-user"));
            cable.far = cable.host("10.99.0.2", cable.near.enter());
            cable.connect();
            return cable;
        } catch (IOException e) {
            cable.close();
            assumeTrue(false, "skipped, network namespaces cannot be made here: " + e.getMessage());
            throw e;
        }
    }

    /** A process in a new network namespace that waits until its standard input is closed. */
    private Host host(String address, List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        if (!processes.isEmpty()) {
            command.add("unshare");
        }
        command.addAll(List.of("--net", "sh", "-c", "ip link set lo up && echo up && exec cat"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        String said = process.inputReader().readLine();
        if (!"up".equals(said)) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        String pid = String.valueOf(process.pid());
        return new Host(
                address,
                process,
                List.of("nsenter", "-t", pid, "--user", "--net", "--preserve-credentials"));
    }

    private void connect() throws IOException, InterruptedException {
        String pid = String.valueOf(far.process().pid());
        run(near, "ip link add near type veth peer name far netns " + pid);
        run(near, "ip addr add %s/24 dev near && ip link set near up".formatted(near.address()));
        run(far, "ip addr add %s/24 dev far && ip link set far up".formatted(far.address()));
    }

    /** The host where the bridge is. */
    Host near() {
        return near;
    }

    /** The other host. */
    Host far() {
        return far;
    }

    /** Pulls the cable at the far host: no end is told. Returns when. */
    Instant pull() throws IOException, InterruptedException {
        Instant before = Instant.now();
        run(far, "ip link set far down");
        return before;
    }

    /** Puts it in again. */
    void plug() throws IOException, InterruptedException {
        run(far, "ip link set far up");
    }

    private void run(Host host, String script) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(host.enter());
        command.addAll(List.of("sh", "-c", script));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        Output output = new Output(script, process.getInputStream());
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        output.awaitEnd(Duration.ofSeconds(1));
        if (!ended || process.exitValue() != 0) {
            throw new IOException(script + ": " + output.text().strip());
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
