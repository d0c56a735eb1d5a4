package io.tcsstamp.camel;

import java.util.Locale;
import org.apache.camel.component.netty.NettyConfiguration;
import org.apache.camel.component.netty.NettyEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each route that waits for others where it does, once its socket is bound; the management
 * port tells it itself.
 */
final class ListeningLog extends EventNotifierSupport {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningLog.class);

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteStartedEvent;
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof RouteStartedEvent started
                && started.getRoute().getEndpoint() instanceof NettyEndpoint endpoint
                && !endpoint.getConfiguration().isClientMode()
                && endpoint.getClass() == NettyEndpoint.class) {
            NettyConfiguration to = endpoint.getConfiguration();
            LOG.info(
                    "{}: listening on {}:{} ({})",
                    started.getRoute().getRouteId(),
                    to.getHost(),
                    to.getPort(),
                    to.getProtocol().toUpperCase(Locale.ROOT));
        }
    }
}
