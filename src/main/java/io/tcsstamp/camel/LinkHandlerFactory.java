package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.LinkState;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/**
 * Makes the handler that follows each connection to one end, for {@code decoders} of a netty
 * consumer or {@code encoders} of a netty producer, and keeps what outlives a connection: the
 * link's state and the back-off.
 */
public class LinkHandlerFactory extends DefaultChannelHandlerFactory implements CamelContextAware {
    private static final long PAUSE_MILLIS = 100;
    private static final int STEADY_SECONDS = 5;

    private final BackOff backOff = new BackOff();
    private CamelContext camelContext;
    private Link link;
    private String route;
    private String end;
    private String endpoint;
    private boolean paced = true;
    private volatile boolean unresolved;
    private int readTimeout;
    private int silence;
    private long nextProbe = System.nanoTime();

    @Override
    public ChannelHandler newChannelHandler() {
        if (getLink().state() == LinkState.CONNECTING) {
            // nothing was tried since the start of the route: no failure of before counts
            backOff.succeeded();
            unresolved = false;
        }
        if (unresolved) {
            // the name is looked up before a handler is asked to connect, so only here it can wait
            pause();
            unresolved = false;
        }
        return new LinkHandler(getLink(), this);
    }

    /** The link that the connections of this factory are. */
    public synchronized Link getLink() {
        if (link == null) {
            link = Registered.monitor(camelContext).addLink(end, endpoint, route);
        }
        return link;
    }

    /**
     * True when a producer shall connect although there is nothing to send: it is not connected, no
     * lines wait that would do it, and the back-off is over.
     */
    public synchronized boolean needsProbe() {
        if (getLink().state() == LinkState.UP) {
            // a peer that accepts and closes at once must not be called without a pause
            if (getLink().since().isBefore(Instant.now().minusSeconds(STEADY_SECONDS))) {
                backOff.succeeded();
            }
            return false;
        }
        long now = System.nanoTime();
        if (now - nextProbe < 0 || Registered.spools(camelContext).get(route).hasUnsent()) {
            return false;
        }
        backOff.failed();
        nextProbe = now + TimeUnit.MILLISECONDS.toNanos(backOff.delayMillis());
        return true;
    }

    /** The name of the host could not be looked up. */
    void unresolved() {
        backOff().failed();
        unresolved = true;
    }

    private void pause() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(backOff().delayMillis());
        try {
            while (System.nanoTime() - end < 0 && !isStopping()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    BackOff backOff() {
        // a producer's attempts are paced by the redelivery of the error handler
        return paced ? backOff : new BackOff();
    }

    boolean isStopping() {
        return Registered.isStopping(camelContext, route);
    }

    /** What the names of the end's TLS properties begin with. */
    String tlsProperties() {
        return end.toLowerCase(Locale.ROOT) + ".tls";
    }

    /** The id of the route whose connection it is. */
    public void setRoute(String route) {
        this.route = route;
    }

    /** Which end it connects to, for the log: TCS, STAMP. */
    public void setEnd(String end) {
        this.end = end;
    }

    /** Where the end is, {@code HOST:PORT}. */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    /** False where something else waits between attempts; default true. */
    public void setPaced(boolean paced) {
        this.paced = paced;
    }

    /** After how many seconds without a byte the read timeout ends a connection. */
    public int getReadTimeout() {
        return readTimeout;
    }

    /** Only told in the log; the timeout itself is a handler of its own. */
    public void setReadTimeout(int readTimeout) {
        this.readTimeout = readTimeout;
    }

    /** See {@link #setSilence}. */
    public int getSilence() {
        return silence;
    }

    /** After how many seconds without a byte the operator is told; 0 for never. */
    public void setSilence(int silence) {
        this.silence = silence;
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
