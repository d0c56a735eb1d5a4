package io.tcsstamp.camel;

import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Condition.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/**
 * Whether the bridge works at all. What is told here as DOWN does not end by itself and does end
 * with a new start: a delivery whose thread has ended, and threads that wait for each other for
 * ever. An end that is away is none of it. Thread-safe.
 */
final class Liveness {
    private static final int MOST_NAMES = 5;

    private final CamelContext context;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    Liveness(CamelContext context) {
        this.context = context;
    }

    /** Its parts. */
    List<Condition> conditions() {
        return List.of(delivery(), deadlock());
    }

    private Condition delivery() {
        String ended =
                context.getRoutes().stream()
                        .filter(
                                route ->
                                        route.getConsumer() instanceof SpoolConsumer consumer
                                                && consumer.hasFailed())
                        .map(Route::getRouteId)
                        .collect(Collectors.joining(", "));
        return ended.isEmpty()
                ? new Condition("delivery", Level.UP, "", Map.of())
                : new Condition(
                        "delivery",
                        Level.DOWN,
                        "no line goes out any more by "
                                + ended
                                + ": its thread has ended; the bridge must be started anew, which"
                                + " sends what waits, and it is a mistake in it: please report it"
                                + " with its log",
                        Map.of());
    }

    private Condition deadlock() {
        long[] locked = threads.findDeadlockedThreads();
        if (locked == null) {
            return new Condition("threads", Level.UP, "", Map.of());
        }
        String names =
                Arrays.stream(threads.getThreadInfo(locked))
                        .filter(thread -> thread != null)
                        .map(ThreadInfo::getThreadName)
                        .sorted()
                        .limit(MOST_NAMES)
                        .collect(Collectors.joining(", "));
        return new Condition(
                "threads",
                Level.DOWN,
                "threads wait for each other for ever: "
                        + names
                        + "; the bridge must be started anew, and it is a mistake in it: please"
                        + " report it with the output of jstack",
                Map.of());
    }
}
