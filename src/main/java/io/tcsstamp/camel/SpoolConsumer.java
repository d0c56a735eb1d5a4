package io.tcsstamp.camel;

import io.tcsstamp.camel.SpoolEndpoint.Confirmation;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpooledLines;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/**
 * Takes lines out of a spool, one batch after the other, and gives them to its route. What the
 * route fails on comes again, after a pause that grows; nothing overtakes.
 */
final class SpoolConsumer extends DefaultConsumer implements ShutdownAware {
    private static final long POLL_MILLIS = 100;

    private final Spool spool;
    private final String name;
    private final boolean confirms;
    private final BackOff backOff = new BackOff();
    private ExecutorService executor;
    private DestinationWatch watch;
    private volatile boolean stopping;
    private volatile boolean failing;
    private volatile boolean ended;
    private long epoch;
    private long progress;

    SpoolConsumer(SpoolEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.spool = endpoint.getSpool();
        this.name = endpoint.getName();
        this.confirms = endpoint.getConfirmation() == Confirmation.completion;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        stopping = false;
        ended = false;
        watch = new DestinationWatch(Registered.monitor(getEndpoint().getCamelContext()), name);
        executor =
                getEndpoint()
                        .getCamelContext()
                        .getExecutorServiceManager()
                        .newSingleThreadExecutor(this, "spool-" + name);
        executor.execute(this::run);
    }

    @Override
    protected void doStop() throws Exception {
        stopping = true;
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(executor);
        super.doStop();
    }

    private void run() {
        try {
            while (!stopping) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }

    /** True where its thread ended though nobody stops it: no line goes out any more. */
    boolean hasFailed() {
        return ended && !stopping && isStarted();
    }

    private void step() throws InterruptedException {
        try {
            if (spool.epoch() != epoch) {
                connectionEnded();
            }
            SpooledLines lines = spool.next(POLL_MILLIS);
            if (lines != null) {
                deliver(lines);
            }
        } catch (RuntimeException e) {
            // a mistake in this program must not end the delivery
            getExceptionHandler().handleException("spool " + name + ": trying again", e);
            pauseAfterFailure();
        }
    }

    /**
     * A peer that accepts and goes away is not called without a pause, which grows if it always
     * does.
     */
    private void connectionEnded() throws InterruptedException {
        epoch = spool.epoch();
        pauseAfterFailure();
    }

    /** The pause grows as long as the destination takes nothing in between. */
    private void pauseAfterFailure() throws InterruptedException {
        long taken = spool.progress();
        if (taken != progress) {
            progress = taken;
            backOff.succeeded();
        }
        backOff.failed();
        pause();
    }

    private void deliver(SpooledLines lines) throws InterruptedException {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(lines.bytes());
            exchange.getMessage().setHeader(BridgeConstants.LINES, lines.count());
            process(exchange);
            if (exchange.isFailed()) {
                failed(lines, exchange.getException());
            } else {
                delivered(lines);
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    private void delivered(SpooledLines lines) {
        failing = false;
        if (confirms && spool.sent(lines)) {
            spool.progressed();
            spool.confirm(lines.end(), epoch);
            watch.delivered();
        }
    }

    private void failed(SpooledLines lines, Exception cause) throws InterruptedException {
        failing = true;
        spool.untake(lines);
        if (cause instanceof OutOfTurnException) {
            return;
        }
        watch.failed(cause);
        if (lines.count() > 0) {
            pauseAfterFailure();
            // the end of the connection that failed needs no pause of its own
            epoch = spool.epoch();
        }
    }

    private synchronized void pause() throws InterruptedException {
        long end = System.nanoTime() + backOff.delayMillis() * 1_000_000;
        for (long left = end - System.nanoTime();
                left > 0 && !stopping;
                left = end - System.nanoTime()) {
            wait(Math.max(1, Math.min(POLL_MILLIS, left / 1_000_000)));
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        // the sources stop first; what they brought shall go out
        return true;
    }

    /** Lines that a stop waits for: not for those that are kept for the next start anyway. */
    @Override
    public int getPendingExchangesSize() {
        boolean worthwhile = spool.hasUnsent() && !(spool.isDurable() && failing);
        return worthwhile ? 1 : 0;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        if (forced) {
            stopping = true;
        }
    }
}
