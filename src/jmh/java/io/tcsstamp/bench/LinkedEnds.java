package io.tcsstamp.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A source and a sink in processes of their own, working in step: pass by pass. Every wait has a
 * limit. One thread uses it.
 */
final class LinkedEnds implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xmx96m", "-XX:MaxDirectMemorySize=2g");

    private final ChildProcess source;
    private final ChildProcess sink;
    private final Endpoints endpoints;
    private long records;
    private long bytes;

    /**
     * Starts them.
     *
     * @param kind see {@link Pass#of}
     * @param count blocks or packets a pass
     */
    LinkedEnds(BenchOptions options, String kind, int count)
            throws IOException, InterruptedException {
        Path log = options.work().resolve("ends.log");
        String[] arguments = {kind, Long.toString(options.seed()), Integer.toString(count)};
        source = ChildProcess.ofClass(log, JVM, SourceProcess.class, arguments);
        sink = ChildProcess.ofClass(log, JVM, SinkProcess.class, arguments);
        endpoints =
                Endpoints.ofPorts(
                        Integer.parseInt(source.await("listening", LIMIT)[0]),
                        Integer.parseInt(sink.await("listening", LIMIT)[0]));
    }

    Endpoints endpoints() {
        return endpoints;
    }

    /** How many records the last pass held. */
    long records() {
        return records;
    }

    /** How many bytes the source sent in the last pass. */
    long bytes() {
        return bytes;
    }

    /** The next connection is a new contender's. */
    void expectConnection() {
        source.tell("accept");
    }

    void awaitConnection() throws InterruptedException {
        source.await("accepted", LIMIT);
    }

    /**
     * Makes the bytes of the next pass at both ends.
     *
     * @param first start again from the first pass
     * @param lines STAMP has to receive lines; otherwise the bytes that are sent
     */
    void prepare(boolean first, boolean lines) throws InterruptedException {
        String which = first ? "prepare first" : "prepare next";
        source.tell(which);
        sink.tell(which + (lines ? " lines" : " blocks"));
        String[] prepared = source.await("ready", LIMIT);
        sink.await("ready", LIMIT);
        bytes = Long.parseLong(prepared[0]);
        records = Long.parseLong(prepared[1]);
    }

    /**
     * Runs the pass: the sink has received and compared every byte.
     *
     * @return the seconds from before the first byte was written until the last one was read
     */
    double run() throws InterruptedException {
        sink.tell("receive");
        source.tell("send");
        // What came until the limit tells where it went wrong: the sink says so when told to stop.
        long stop = Long.parseLong(sink.await("received", LIMIT, () -> sink.tell("abort"))[0]);
        long start = Long.parseLong(source.await("sent", LIMIT)[0]);
        return (stop - start) / 1e6;
    }

    /** The sink shall see the end of the contender's connection, and nothing before it. */
    void expectEnd() {
        sink.tell("end");
    }

    void awaitEnd() throws InterruptedException {
        sink.await("ended", LIMIT);
        source.tell("close");
    }

    @Override
    public void close() {
        source.close();
        sink.close();
    }
}
