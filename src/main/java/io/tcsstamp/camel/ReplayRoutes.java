package io.tcsstamp.camel;

import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.monitor.jmx.RefusedException;
import java.util.Comparator;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives what was in quarantine to the routes of its sources. Thread-safe. */
final class ReplayRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRoutes.class);

    private final CamelContext context;
    private final RouteSources sources;

    ReplayRoutes(CamelContext context, RouteSources sources) {
        this.context = context;
        this.sources = sources;
    }

    /** The source that an origin names first. */
    Optional<String> sourceOf(String origin) {
        return sources.ids().stream()
                .filter(id -> origin.equals(id) || origin.startsWith(id + " "))
                .filter(id -> context.getRoute(id) != null)
                .max(Comparator.comparingInt(String::length));
    }

    /** True where a source sends packets. */
    boolean isPackets(String source) {
        return sources.isPackets(source);
    }

    /** True where the route of a source takes something. */
    boolean isRunning(String source) {
        return !Registered.isStopping(context, source);
    }

    /**
     * Lets a body go through the route of a source, as if it came from there.
     *
     * @return false where the route does not run, so that nothing of it went through
     * @throws RefusedException if the route failed and did not take care of it
     */
    boolean give(String source, Object body, ReplayMark mark) throws RefusedException {
        Route route = context.getRoute(source);
        if (route == null || !isRunning(source)) {
            return false;
        }
        Consumer consumer = route.getConsumer();
        Exchange exchange = consumer.createExchange(false);
        try {
            exchange.setProperty(BridgeConstants.REPLAY, mark);
            exchange.getMessage().setBody(body);
            process(consumer, exchange);
            Exception failure = exchange.getException();
            if (failure == null) {
                return true;
            }
            LOG.debug("{}: the route failed", source, failure);
            if (isRunning(source)) {
                throw new RefusedException(
                        "the route of " + source + " failed: " + FailureText.of(failure));
            }
            return false;
        } finally {
            consumer.releaseExchange(exchange, false);
        }
    }

    private static void process(Consumer consumer, Exchange exchange) {
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }
}
