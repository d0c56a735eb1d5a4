package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import io.tcsstamp.spool.Spool;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the handler that finds out what arrived, for {@code encoders} of a netty producer that a
 * spool's route sends to with {@code confirmation=connection}.
 *
 * <p>The rule: a line is delivered once the peer's kernel has acknowledged it and a tail of bytes
 * behind it, because what is acknowledged may still wait in the peer's receive buffer, which is
 * never larger than its window scale allows (RFC 7323 section 2.2). When the peer closes its side
 * in the orderly way, everything acknowledged is delivered: a kernel whose program has not read
 * everything resets instead (RFC 2525 section 2.17). After any other end everything that is not
 * delivered is sent again, in order.
 */
public class DeliveryHandlerFactory extends DefaultChannelHandlerFactory
        implements CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryHandlerFactory.class);

    private CamelContext camelContext;
    private String spool;
    private Tail tail = Tail.parse("auto");
    private DeliveryHandler current;
    private boolean told;

    @Override
    public ChannelHandler newChannelHandler() {
        return new DeliveryHandler(this, spool());
    }

    private Spool spool() {
        return Registered.spools(camelContext).get(spool);
    }

    /**
     * A connection is about to send; one before it that has not ended for us has ended all the
     * same.
     */
    synchronized void begin(DeliveryHandler handler) {
        DeliveryHandler before = current;
        current = handler;
        if (before != null && before != handler) {
            before.end();
        }
    }

    /** The tail of a connection in bytes, but no more than half of what the spool has room for. */
    long tail(int scale, long window) {
        long wanted = tail.bytes(scale, window);
        long room = spool().mostUnconfirmed();
        if (wanted > room && !told) {
            told = true;
            LOG.warn(
                    "{}: lines count as delivered {} bytes after they are acknowledged, not {} as"
                            + " would be safe, because there is room for no more {}",
                    spool,
                    room,
                    wanted,
                    spool().isDurable()
                            ? "on disk (spool.max-bytes)"
                            : "in memory (stamp.queue-bytes), where lines are kept without a"
                                    + " spool");
        }
        return Math.min(wanted, room);
    }

    /** What log lines call the destination. */
    String name() {
        return spool;
    }

    boolean isStopping() {
        return Registered.isStopping(camelContext, spool);
    }

    /** The name of the spool, which is also the id of its route. */
    public void setSpool(String spool) {
        this.spool = spool;
    }

    /**
     * How many acknowledged bytes are not taken for read: {@code auto}, a number, or {@code
     * 2xwindow}; see {@code stamp.tail}.
     */
    public void setTail(String tail) {
        this.tail = Tail.parse(tail);
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
