package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.monitor.StoppedSources;
import io.tcsstamp.monitor.StoppedSources.Stop;
import io.tcsstamp.monitor.jmx.RefusedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops and starts sources while the bridge runs. The connections end before the route does, so
 * that what they brought goes through. Thread-safe; one source at a time.
 */
final class SourceSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(SourceSwitch.class);
    private static final String BY_AN_OPERATOR = "stopped by an operator";

    private final CamelContext context;
    private final BridgeMonitor monitor;
    private final ReentrantLock one = new ReentrantLock();

    SourceSwitch(CamelContext context, BridgeMonitor monitor) {
        this.context = context;
        this.monitor = monitor;
    }

    /** Stops a source that runs; see {@code SourceControl}. */
    String stop(String id) throws RefusedException {
        return alone(id, () -> stopRunning(id));
    }

    /** Starts a source that is stopped; see {@code SourceControl}. */
    String start(String id) throws RefusedException {
        return alone(id, () -> startStopped(id));
    }

    private interface Step {
        String run() throws RefusedException, InterruptedException;
    }

    private String alone(String id, Step step) throws RefusedException {
        if (context.isStopping() || context.isStopped()) {
            throw new RefusedException(id + ": the bridge is stopping");
        }
        if (!one.tryLock()) {
            throw new RefusedException(
                    id + ": another source is being stopped or started; try again after that");
        }
        try {
            return step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(id + ": interrupted, because the bridge is stopping");
        } finally {
            one.unlock();
        }
    }

    private String stopRunning(String id) throws RefusedException, InterruptedException {
        StoppedSources stopped = monitor.stopped();
        ServiceStatus status = status(id);
        if (status.isStopped()) {
            throw new RefusedException(
                    id + " is stopped already" + stopped.find(id).map(s -> ": " + s).orElse(""));
        }
        if (!status.isStarted()) {
            throw new RefusedException(id + " cannot be stopped now: its route is " + status);
        }
        stopped.add(id, BY_AN_OPERATOR);
        boolean done = false;
        try {
            done = endStreams(id) && stopRoute(id);
        } finally {
            if (!done) {
                stopped.remove(id);
            }
        }
        if (!done) {
            throw new RefusedException(
                    id
                            + " could not be stopped within "
                            + timeout().toSeconds()
                            + " s and goes on: what it brought last is not through yet. Does it"
                            + " read a long file, or is a destination full"
                            + " (spool.when-full=wait)?");
        }
        stopped.ended(id);
        return id + " is stopped; nothing of it is read until it is started";
    }

    private boolean endStreams(String id) throws InterruptedException {
        return monitor.streams().end(id, timeout());
    }

    private boolean stopRoute(String id) throws RefusedException {
        try {
            return context.getRouteController()
                    .stopRoute(id, timeout().toMillis(), TimeUnit.MILLISECONDS, true);
        } catch (Exception e) {
            LOG.debug("{} could not be stopped", id, e);
            throw new RefusedException(id + " could not be stopped: " + FailureText.of(e));
        }
    }

    private Duration timeout() {
        return Duration.ofMillis(
                context.getShutdownStrategy()
                        .getTimeUnit()
                        .toMillis(context.getShutdownStrategy().getTimeout()));
    }

    private String startStopped(String id) throws RefusedException {
        ServiceStatus status = status(id);
        if (status.isStarted()) {
            throw new RefusedException(id + " runs already");
        }
        if (!status.isStopped()) {
            throw new RefusedException(id + " cannot be started now: its route is " + status);
        }
        Optional<Stop> before = monitor.stopped().find(id);
        monitor.stopped().started(id);
        resetStatistics(id);
        try {
            context.getRouteController().startRoute(id);
        } catch (Exception e) {
            LOG.debug("{} could not be started", id, e);
            String reason = "could not be started: " + FailureText.of(e);
            monitor.stopped().remove(id);
            monitor.stopped()
                    .add(id, before.map(Stop::reason).orElse(BY_AN_OPERATOR) + "; " + reason);
            monitor.stopped().ended(id);
            throw new RefusedException(id + " " + reason);
        }
        LOG.info("{}: started by an operator", id);
        return id + " is started";
    }

    /** Camel counts anew in the steps; the counts of one diagram shall fit together. */
    private void resetStatistics(String id) {
        ManagedCamelContext managed =
                context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        ManagedRouteMBean route = managed == null ? null : managed.getManagedRoute(id);
        if (route != null) {
            route.reset();
        }
    }

    private ServiceStatus status(String id) throws RefusedException {
        ServiceStatus status = context.getRouteController().getRouteStatus(id);
        if (status == null) {
            throw new RefusedException(id + " has no route that could be stopped or started");
        }
        return status;
    }
}
