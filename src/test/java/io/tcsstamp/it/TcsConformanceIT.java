package io.tcsstamp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Sends every TCS stream of the conformance cases through the program and compares what STAMP
 * receives.
 */
class TcsConformanceIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int AT_ONCE = 2;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void everyCaseGivesTheExpectedStampStream() throws Exception {
        Path root = Folders.fromProperty("conformance.dir", "../shared/conformance").resolve("tcs");
        List<TcsCase> cases = Files.isDirectory(root) ? TcsCase.readAll(root) : List.of();
        if (cases.isEmpty()) {
            String message = "conformance: skipped, there is no case below " + root;
            System.out.println(message);
            assumeTrue(false, message);
        }

        List<String> failures = runAll(cases);
        if (!failures.isEmpty()) {
            fail(
                    "%d of %d cases below %s failed:%n%s"
                            .formatted(
                                    failures.size(),
                                    cases.size(),
                                    root,
                                    String.join(System.lineSeparator(), failures)));
        }
        System.out.println("conformance: " + cases.size() + " cases below " + root + " pass");
    }

    private static List<String> runAll(List<TcsCase> cases) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<List<String>>> runs = new ArrayList<>();
            cases.forEach(one -> runs.add(() -> run(one)));
            List<String> failures = new ArrayList<>();
            for (Future<List<String>> result : workers.invokeAll(runs)) {
                failures.addAll(result.get());
            }
            return failures;
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<String> run(TcsCase one) throws IOException {
        try (Rig rig = new Rig()) {
            List<String> failures = new ArrayList<>();
            try {
                check(one, rig, failures);
            } catch (AssertionError | Exception e) {
                failures.add(one.id() + ": " + e);
            }
            if (!failures.isEmpty()) {
                System.err.println("==== case " + one.id() + " failed, " + rig.report());
            }
            return failures;
        }
    }

    private static void check(TcsCase one, Rig rig, List<String> failures) throws Exception {
        FakeTcs tcs = rig.tcs();
        FakeStamp stamp = rig.stamp();
        List<String> command = new ArrayList<>(one.options());
        command.addAll(List.of("--tcs", tcs.endpoint(), "--stamp", stamp.endpoint()));
        BridgeProcess bridge = rig.start(one.environment(), command.toArray(String[]::new));

        tcs.send(one.stream(), one.feed());
        awaitResult(one, rig, stamp);
        if (!tcs.finish(LIMIT)) {
            failures.add(one.id() + ": the stream was not read to its end within " + LIMIT);
        }
        bridge.terminate();
        Awaitility.await().atMost(LIMIT).until(stamp::allEnded);

        String difference = FirstDifference.between(one.expected(), joined(stamp));
        if (!difference.isEmpty()) {
            failures.add(one.id() + ": STAMP stream differs at " + difference);
        }
        List<String> quarantined = QuarantineFile.hex(rig.quarantine());
        if (!quarantined.equals(one.quarantined())) {
            failures.add(
                    "%s: quarantine%n    expected %s%n    got      %s"
                            .formatted(one.id(), one.quarantined(), quarantined));
        }
        assertThat(stamp.connections()).as("connections to STAMP").isLessThanOrEqualTo(1);
    }

    /**
     * Waits for the expected amount; whether it is right, and too much or too little, is told
     * later.
     */
    private static void awaitResult(TcsCase one, Rig rig, FakeStamp stamp) {
        try {
            Awaitility.await()
                    .atMost(LIMIT)
                    .until(
                            () ->
                                    stamp.size() >= one.expected().length
                                            && QuarantineFile.read(rig.quarantine()).size()
                                                    >= one.quarantined().size());
        } catch (ConditionTimeoutException e) {
            System.err.println(one.id() + ": " + stamp.size() + " bytes after " + LIMIT);
        }
    }

    private static byte[] joined(FakeStamp stamp) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        stamp.received().forEach(received -> all.writeBytes(received.bytes()));
        return all.toByteArray();
    }
}
