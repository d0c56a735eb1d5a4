package io.tcsstamp.camel;

import io.netty.buffer.Unpooled;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.monitor.Link;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * Follows one connection for the operator: whether it came up, and why it ended. Holds each attempt
 * back for as long as the back-off says. One per connection; used by its event loop only.
 */
final class LinkHandler extends ChannelDuplexHandler {
    private static final int LEAST_READ = 2 << 10;
    private static final int FIRST_READ = 16 << 10;

    /** What one read takes at most, and so one exchange carries, when the peer sends in bursts. */
    private static final int MOST_READ = 256 << 10;

    /**
     * How long after a handshake the link counts as connected: with TLS 1.3 a peer judges our
     * certificate after that (RFC 8446 section 4.4.2), and one that refuses it was never connected.
     */
    private static final long SETTLE_MILLIS = 250;

    private final Link link;
    private final LinkHandlerFactory factory;
    private ChannelPromise waiting;
    private ScheduledFuture<?> attempt;
    private boolean attempted;
    private boolean tls;
    private boolean handshaken;
    private boolean told;
    private boolean read;
    private ScheduledFuture<?> settling;
    private String reason;
    private long lastRead;

    LinkHandler(Link link, LinkHandlerFactory factory) {
        this.link = link;
        this.factory = factory;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (factory.getSilence() > 0) {
            ChannelHandler idle = new IdleStateHandler(factory.getSilence(), 0, 0);
            context.pipeline().addBefore(context.name(), null, idle);
        }
    }

    @Override
    public void connect(
            ChannelHandlerContext context,
            SocketAddress remote,
            SocketAddress local,
            ChannelPromise promise) {
        attempted = true;
        if (factory.isStopping()) {
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        promise.addListener(
                done -> {
                    if (!done.isSuccess() && !factory.isStopping()) {
                        factory.backOff().failed();
                        link.down(reasonOf(done.cause()));
                    }
                });
        waiting = promise;
        attempt =
                context.executor()
                        .schedule(
                                () -> {
                                    waiting = null;
                                    context.connect(remote, local, promise);
                                },
                                factory.backOff().delayMillis(),
                                TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.channel()
                .config()
                .setRecvByteBufAllocator(
                        new AdaptiveRecvByteBufAllocator(LEAST_READ, FIRST_READ, MOST_READ));
        lastRead = System.currentTimeMillis();
        tls = context.pipeline().get(SslHandler.class) != null;
        if (!tls) {
            up();
        }
        context.fireChannelActive();
    }

    private void up() {
        if (!told && reason == null) {
            told = true;
            link.up();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            handshaken = handshake.isSuccess();
            if (handshaken) {
                settling =
                        context.executor().schedule(this::up, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                endBecause(handshake.cause());
            }
        } else if (event instanceof IdleStateEvent && told) {
            link.silent(Instant.ofEpochMilli(lastRead), false);
        } else if (event == PeerEvent.STALLED) {
            link.stalled(
                    Instant.now()
                            .minusSeconds(PeerWatch.TELL_SECONDS)
                            .truncatedTo(ChronoUnit.SECONDS));
        } else if (event == PeerEvent.TAKING) {
            link.taking();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!read && !tls && TlsFailure.isTls(message)) {
            ReferenceCountUtil.release(message);
            reason = "the peer speaks TLS; set " + factory.tlsProperties() + "=true";
            context.close();
            return;
        }
        read = true;
        up();
        factory.backOff().succeeded();
        lastRead = System.currentTimeMillis();
        link.heard();
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        Object body = message instanceof byte[] b ? Unpooled.wrappedBuffer(b) : message;
        context.write(body, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (settling != null) {
            settling.cancel(false);
        }
        if (factory.isStopping()) {
            link.closed();
        } else {
            // a peer that accepts and closes at once must not be called without a pause
            factory.backOff().failed();
            link.down((reason == null ? "closed by the peer" : reason) + "; connecting again");
        }
        context.fireChannelInactive();
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext context) {
        if (waiting != null) {
            attempt.cancel(false);
            waiting.tryFailure(new ClosedChannelException());
        }
        if (!attempted && !factory.isStopping()) {
            // the name was looked up before the pipeline was asked to connect
            factory.unresolved();
            link.down("unknown host; is the name right?");
        }
        context.fireChannelUnregistered();
    }

    /**
     * Ends the connection without passing the failure on: Camel would call the last exchange's
     * callback a second time, and print a stack trace for what is a peer's doing.
     */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        endBecause(cause);
        if (cause instanceof ReadTimeoutException && factory.getSilence() > 0) {
            // the next connection is silent too, until a byte comes
            link.silent(Instant.ofEpochMilli(lastRead), true);
        }
        context.close();
    }

    private void endBecause(Throwable cause) {
        if (reason == null) {
            reason = reasonOf(cause);
        }
    }

    private String reasonOf(Throwable cause) {
        if (cause instanceof ReadTimeoutException) {
            return "no byte for "
                    + factory.getReadTimeout()
                    + " s, so the connection is taken for half-open"
                    + (read || tls ? "" : "; or does the peer expect TLS?");
        }
        if (cause instanceof HalfOpenException) {
            return cause.getMessage();
        }
        return tls
                ? TlsFailure.of(cause, factory.tlsProperties(), handshaken)
                : FailureText.of(cause);
    }
}
