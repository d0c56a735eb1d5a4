package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.NetUtil;
import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.monitor.Link;
import java.net.InetSocketAddress;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the handler that follows each connection of a client, for {@code decoders} of a netty
 * consumer that listens. Together they are one link, which is up while a client is connected.
 */
public class ClientLinkFactory extends DefaultChannelHandlerFactory implements CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(ClientLinkFactory.class);

    private CamelContext camelContext;
    private String end = "PACKET";
    private String endpoint = "";
    private String route = "";
    private Link link;
    private int clients;

    @Override
    public ChannelHandler newChannelHandler() {
        return new Client();
    }

    /** Adds the link before any client has connected, so that it is told when none ever does. */
    public synchronized void listen() {
        if (link == null) {
            link = Registered.monitor(camelContext).addLink(end, endpoint, route);
            link.waiting("listening, no client has connected yet");
        }
    }

    private synchronized void connected() {
        listen();
        if (clients++ == 0) {
            link.up();
        }
    }

    private synchronized void disconnected(String reason) {
        if (--clients > 0) {
            return;
        }
        if (Registered.isStopping(camelContext, route)) {
            link.closed();
        } else {
            link.down(reason + "; no client is connected, listening");
        }
    }

    /** What the clients send, for messages. */
    public void setEnd(String end) {
        this.end = end;
    }

    /** Where it listens, {@code HOST:PORT}. */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    /** The id of the route that listens. */
    public void setRoute(String route) {
        this.route = route;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** One per connection; used by its event loop only. */
    private final class Client extends ChannelInboundHandlerAdapter {
        private String reason = "closed by the client";

        @Override
        public void channelActive(ChannelHandlerContext context) {
            LOG.info("{}: {} connected to {}", route, peer(context), endpoint);
            connected();
            context.fireChannelActive();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            context.fireChannelInactive();
            disconnected(reason);
        }

        private static String peer(ChannelHandlerContext context) {
            return context.channel().remoteAddress() instanceof InetSocketAddress from
                    ? NetUtil.toSocketAddressString(from)
                    : String.valueOf(context.channel().remoteAddress());
        }

        /** Not passed on: Camel would print a stack trace for what is a client's doing. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            reason = FailureText.of(cause);
            LOG.warn("{} {}: {}: {}", end, endpoint, context.channel().remoteAddress(), reason);
            context.close();
        }
    }
}
