package io.tcsstamp.camel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpooledLines;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which lines of one connection were delivered, by the rule of {@link
 * DeliveryHandlerFactory}, and has the others sent again when the connection ends. One per
 * connection; used by its event loop only.
 */
final class DeliveryHandler extends ChannelDuplexHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryHandler.class);

    /** A connection that lasts so long and takes something is worth being made again at once. */
    private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private static final long TICK_MILLIS = 200;

    /**
     * How long a stop waits for the peer to close its side, which proves that it read everything.
     */
    private static final long LAST_WORDS_MILLIS = 2000;

    private final DeliveryHandlerFactory factory;
    private final Spool spool;
    private final Function<Channel, TcpInfo> kernel;
    private final ConnectionLedger ledger = new ConnectionLedger();
    private final WireCounter counter = new WireCounter();
    private ChannelHandlerContext context;
    private ScheduledFuture<?> tick;
    private ScheduledFuture<?> lastWords;
    private ChannelPromise closing;
    private int scale = -1;
    private long window = -1;
    private long activeAt;
    private long epoch;
    private volatile long written;
    private long taken;
    private long acked;
    private boolean failed;
    private final AtomicBoolean ended = new AtomicBoolean();

    DeliveryHandler(DeliveryHandlerFactory factory, Spool spool) {
        this(factory, spool, TcpInfo::of);
    }

    /**
     * For tests: with another kernel.
     *
     * @param kernel what it knows of a connection; null where it does not tell
     */
    DeliveryHandler(
            DeliveryHandlerFactory factory, Spool spool, Function<Channel, TcpInfo> kernel) {
        this.factory = factory;
        this.spool = spool;
        this.kernel = kernel;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        if (added.pipeline().get(SslHandler.class) != null) {
            counter.active = true;
            added.pipeline().addFirst("wire", counter);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        begin();
        active.fireChannelActive();
    }

    /** Before the first write, which may come before the channel is told to be active. */
    private void begin() {
        if (tick != null || ended.get()) {
            return;
        }
        activeAt = System.nanoTime();
        // else an end cannot be told from a reset
        context.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        TcpInfo info = kernel.apply(context.channel());
        scale = info == null ? -1 : info.sndWscale();
        tick =
                context.executor()
                        .scheduleAtFixedRate(
                                this::check, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        int bytes = message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
        if (bytes == 0) {
            writing.write(message, promise);
            return;
        }
        begin();
        factory.begin(this);
        if (written == 0) {
            epoch = spool.epoch();
        }
        SpooledLines lines = spool.taken();
        if (lines != null && lines.bytes().length != bytes) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(
                    new IllegalStateException(
                            "a step of the route changed the lines between the spool and the"
                                    + " connection; what arrived could not be told"));
            return;
        }
        if (lines == null || epoch != spool.epoch() || !isSending() || !spool.sent(lines)) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new OutOfTurnException());
            if (written > 0) {
                // what goes first now does not follow what went over this connection
                writing.close();
            }
            return;
        }
        written += bytes;
        if (!counter.active) {
            ledger.wrote(written, lines.start(), lines.end(), true);
        }
        promise.addListener(done -> wrote(lines, done.isSuccess()));
        writing.write(message, promise);
    }

    private boolean isSending() {
        return !ended.get() && closing == null;
    }

    private void wrote(SpooledLines lines, boolean success) {
        if (success) {
            taken += lines.bytes().length;
            if (counter.active) {
                taken = counter.bytes;
                ledger.wrote(taken, lines.start(), lines.end(), false);
            }
            check();
        }
    }

    /** Notes what is confirmed by now. */
    private void check() {
        if (ended.get()) {
            return;
        }
        TcpInfo info = kernel.apply(context.channel());
        if (info != null) {
            acked = info.bytesAcked();
            window = Math.max(window, info.sndWnd());
        } else if (scale < 0) {
            // where no kernel tells, the tail counts from what our own took
            acked = taken;
        }
        if (acked > 0 && System.nanoTime() - activeAt >= STEADY_NANOS) {
            spool.progressed();
        }
        confirm(ledger.until(acked - factory.tail(scale, window)));
    }

    private void confirm(long position) {
        if (position >= 0) {
            spool.confirm(position, epoch);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext seen, Object event) {
        if (event instanceof ChannelInputShutdownEvent && !ended.get()) {
            inputEnded();
        }
        seen.fireUserEventTriggered(event);
    }

    /**
     * The peer closed its side: proof that it has read what it acknowledged, if nothing else
     * happened.
     */
    private void inputEnded() {
        TcpInfo info = kernel.apply(context.channel());
        check();
        boolean clean =
                !failed
                        && info != null
                        && (info.state() == TcpInfo.CLOSE_WAIT
                                || closing != null && acked >= wire());
        if (clean) {
            long position = ledger.exactlyUntil(acked);
            if (position >= 0) {
                spool.confirmLines(position, epoch);
            }
        }
        end();
        if (closing != null) {
            lastWords.cancel(false);
            context.close(closing);
        } else {
            context.close();
        }
    }

    private long wire() {
        return counter.active ? counter.bytes : written;
    }

    /** Passed on, because the link's handler tells the reason and closes. */
    @Override
    public void exceptionCaught(ChannelHandlerContext seen, Throwable cause) {
        failed = true;
        check();
        seen.fireExceptionCaught(cause);
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        end();
        inactive.fireChannelInactive();
    }

    /** Everything that is not confirmed is sent again, by the next connection. */
    void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        // first of all: whatever else fails, these lines must come again
        long again = written > 0 ? spool.rewind() : 0;
        if (tick != null) {
            tick.cancel(false);
        }
        if (again > 0 && !factory.isStopping()) {
            LOG.info("{}: {} lines may not have arrived and are sent again", factory.name(), again);
        }
    }

    /** Where the channel was never active, this is the only end that is told. */
    @Override
    public void channelUnregistered(ChannelHandlerContext gone) {
        end();
        gone.fireChannelUnregistered();
    }

    /** At a stop the peer is told first that nothing more comes, and its answer is waited for. */
    @Override
    public void close(ChannelHandlerContext closed, ChannelPromise promise) {
        if (!factory.isStopping() || ended.get() || failed || closing != null || written == 0) {
            closed.close(promise);
            return;
        }
        closing = promise;
        SocketChannel channel = (SocketChannel) closed.channel();
        SslHandler tls = closed.pipeline().get(SslHandler.class);
        if (tls == null) {
            channel.shutdownOutput();
        } else {
            tls.closeOutbound().addListener(done -> channel.shutdownOutput());
        }
        lastWords =
                closed.executor()
                        .schedule(
                                () -> closed.close(promise),
                                LAST_WORDS_MILLIS,
                                TimeUnit.MILLISECONDS);
    }

    /** Counts what goes over the wire where TLS makes more of it. */
    private static final class WireCounter extends ChannelOutboundHandlerAdapter {
        private boolean active;
        private long bytes;

        @Override
        public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
            if (message instanceof ByteBuf buffer) {
                bytes += buffer.readableBytes();
            }
            writing.write(message, promise);
        }
    }
}
