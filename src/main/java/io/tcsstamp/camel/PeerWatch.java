package io.tcsstamp.camel;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Errors.NativeIoException;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the peer of one connection has vanished without a word, and leaves one that merely
 * does not read alone. Three cases, since the kernel's timers for them differ:
 *
 * <ul>
 *   <li>bytes are under way: TCP_USER_TIMEOUT (RFC 5482). It would end a connection to a peer that
 *       lives and does not read too, so it is set only while something is under way.
 *   <li>bytes wait for a peer that does not read: its kernel answers the questions whether there is
 *       room again (RFC 9293, 3.8.6.1); it is gone when several have no answer.
 *   <li>nothing waits: keep-alive.
 * </ul>
 *
 * One per connection; used by its event loop only.
 */
final class PeerWatch extends ChannelDuplexHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PeerWatch.class);

    /** The longest pause between two tries of the kernel, in milliseconds; since Linux 6.15. */
    private static final ChannelOption<Integer> TCP_RTO_MAX_MS =
            new IntegerUnixChannelOption("TCP_RTO_MAX_MS", 6, 44);

    private static final int LEAST_RTO_MAX_MILLIS = 1000;

    /** Some kernels leave one question in a row unanswered, to save answers. */
    private static final int UNANSWERED = 2;

    /** ENETUNREACH, ETIMEDOUT, EHOSTUNREACH: all end an open connection by a timeout only. */
    private static final Set<Integer> TIMEOUTS = Set.of(-101, -110, -113);

    private static final long MOST_TICK_MILLIS = 500;

    /** So long a stall is nothing to speak of. */
    static final long TELL_SECONDS = 5;

    private static final String HALF_OPEN = ": the connection is half-open";

    private final int userTimeout;
    private final int keepAlive;
    private final int stallTimeout;
    private ScheduledFuture<?> ticks;
    private boolean underWay;
    private boolean waiting;
    private boolean stalled;
    private long stallStart = System.nanoTime();
    private long lastAcked;
    private long lastProgress;

    /** All in seconds, 0 for off: see {@link PeerWatchFactory}. */
    PeerWatch(int userTimeout, int keepAlive, int stallTimeout) {
        this.userTimeout = userTimeout;
        this.keepAlive = keepAlive;
        this.stallTimeout = stallTimeout;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        if (keepAlive > 0) {
            KeepAlive.within(keepAlive).set(channel);
        }
        if (channel instanceof EpollSocketChannel && userTimeout + stallTimeout > 0) {
            lastProgress = System.nanoTime();
            limitPauses(channel);
            long period = tickMillis();
            ticks =
                    context.executor()
                            .scheduleWithFixedDelay(
                                    () -> look(context, TcpInfo.of(channel)),
                                    period,
                                    period,
                                    TimeUnit.MILLISECONDS);
        }
        context.fireChannelActive();
    }

    /**
     * The kernel doubles its pauses up to two minutes; a peer that vanishes late in a stall would
     * be noticed after several of them only.
     */
    private void limitPauses(Channel channel) {
        if (userTimeout == 0) {
            return;
        }
        long quarter = TimeUnit.SECONDS.toMillis(userTimeout) / 4;
        long longest = TimeUnit.MINUTES.toMillis(2);
        int millis = (int) Math.max(LEAST_RTO_MAX_MILLIS, Math.min(longest, quarter));
        try {
            channel.config().setOption(TCP_RTO_MAX_MS, millis);
        } catch (ChannelException e) {
            LOG.debug("TCP_RTO_MAX_MS is not known to this kernel", e);
        }
    }

    private long tickMillis() {
        if (userTimeout == 0) {
            return MOST_TICK_MILLIS;
        }
        return Math.min(MOST_TICK_MILLIS, TimeUnit.SECONDS.toMillis(userTimeout) / 8);
    }

    private void look(ChannelHandlerContext context, TcpInfo info) {
        if (info == null) {
            return;
        }
        setUserTimeout(context.channel(), info.unacked() > 0 && !info.isStalled());
        waiting = info.isStalled();
        tellStall(context);
        long now = System.nanoTime();
        if (info.bytesAcked() != lastAcked || !info.isOutstanding()) {
            lastAcked = info.bytesAcked();
            lastProgress = now;
        }
        long still = TimeUnit.NANOSECONDS.toSeconds(now - lastProgress);
        if (hasVanished(info)) {
            end(context, "no answer for " + info.lastAckMillis() / 1000 + " s" + HALF_OPEN);
        } else if (stallTimeout > 0 && still >= stallTimeout) {
            end(context, "took nothing for " + still + " s (stamp.stall-timeout)");
        }
    }

    /** For the operator; whoever knows the link hears of it. */
    private void tellStall(ChannelHandlerContext context) {
        if (!waiting) {
            if (stalled) {
                context.fireUserEventTriggered(PeerEvent.TAKING);
            }
            stalled = false;
            stallStart = System.nanoTime();
        } else if (!stalled
                && System.nanoTime() - stallStart >= TimeUnit.SECONDS.toNanos(TELL_SECONDS)) {
            stalled = true;
            context.fireUserEventTriggered(PeerEvent.STALLED);
        }
    }

    private boolean hasVanished(TcpInfo info) {
        return userTimeout > 0
                && info.isStalled()
                && info.probes() >= UNANSWERED
                && info.lastAckMillis() >= TimeUnit.SECONDS.toMillis(userTimeout);
    }

    private void setUserTimeout(Channel channel, boolean wanted) {
        if (wanted != underWay && userTimeout > 0) {
            underWay = wanted;
            channel.config()
                    .setOption(EpollChannelOption.TCP_USER_TIMEOUT, wanted ? kernelTimeout() : 0);
        }
    }

    /** A little less, as the kernel counts from the first repetition and not from the loss. */
    private int kernelTimeout() {
        int millis = (int) TimeUnit.SECONDS.toMillis(userTimeout);
        return millis - Math.min(500, millis / 4);
    }

    private void end(ChannelHandlerContext context, String reason) {
        ticks.cancel(false);
        context.fireExceptionCaught(new HalfOpenException(reason));
        context.close();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        // where writes wait the end shows by their failure and not as an exception of the channel
        ChannelPromise told = promise.unvoid();
        told.addListener(
                written -> {
                    if (isTimeout(written.cause())) {
                        exceptionCaught(context, written.cause());
                    }
                });
        context.write(message, told);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.fireExceptionCaught(isTimeout(cause) ? halfOpen() : cause);
    }

    private static boolean isTimeout(Throwable cause) {
        return cause instanceof NativeIoException error && TIMEOUTS.contains(error.expectedErr());
    }

    private HalfOpenException halfOpen() {
        if (underWay) {
            return new HalfOpenException(
                    "no acknowledgement for " + userTimeout + " s" + HALF_OPEN);
        }
        boolean idle = !waiting && keepAlive > 0;
        return new HalfOpenException(
                "no answer" + (idle ? " for " + keepAlive + " s" : "") + HALF_OPEN);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        handlerRemoved(context);
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}
