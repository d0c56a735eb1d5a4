package io.tcsstamp.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The time that a benchmark's thread was on a processor: unlike the time that passes it hardly
 * depends on what else the machine does. Costs half a microsecond an invocation.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Nanoseconds on a processor. */
    public long processorNanos;

    /** What was done in that time. */
    public long packets;

    private long started;

    /** The work begins. */
    void start() {
        started = THREADS.getCurrentThreadCpuTime();
    }

    /** So many packets have been worked on since {@link #start}. */
    void stop(int count) {
        processorNanos += THREADS.getCurrentThreadCpuTime() - started;
        packets += count;
    }
}
