package io.tcsstamp.camel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Stands before one connection to the management port: lets requests through that may be answered,
 * one after the other, refuses others, and closes the connection where it takes too long. Used by
 * its connection's thread.
 */
final class ManagementGuard extends ChannelDuplexHandler {
    private static final long REQUEST_SECONDS = 10;
    private static final long ANSWER_SECONDS = 20;

    /** A scraper that keeps its connection comes every minute at least. */
    private static final long NEXT_SECONDS = 90;

    private final LocalNames names;
    private final ManagementTraffic traffic;
    private final ManagementAnswers answers;
    private Future<?> deadline;
    private boolean answering;
    private boolean last;
    private int underWay;

    /**
     * Creates it.
     *
     * @param names by which the port may be asked
     * @param answers what there is to be asked
     */
    ManagementGuard(LocalNames names, ManagementTraffic traffic, ManagementAnswers answers) {
        this.names = names;
        this.traffic = traffic;
        this.answers = answers;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (traffic.connected(context)) {
            within(REQUEST_SECONDS, context);
            context.fireChannelActive();
        } else {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        traffic.disconnected(context);
        if (deadline != null) {
            deadline.cancel(false);
        }
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // who breaks a connection off is no event
        context.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !last) {
            // nobody who scrapes sends the next request before the answer
            last = answering;
            if (!answering) {
                answering = true;
                traffic.asks(context);
                within(ANSWER_SECONDS, context);
                Answer refusal = refusal(request);
                if (refusal != null) {
                    last = true;
                    context.channel().writeAndFlush(refusal.response(isHead(request), true));
                }
            }
        }
        if (last) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Why a request gets no further; null where it does. */
    private Answer refusal(HttpRequest request) {
        Throwable wrong = request.decoderResult().cause();
        HttpHeaders headers = request.headers();
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (wrong instanceof TooLongHttpLineException) {
            return Answer.line(HttpResponseStatus.REQUEST_URI_TOO_LONG, "the URL is too long");
        }
        if (wrong instanceof TooLongHttpHeaderException) {
            return Answer.line(
                    HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the headers are too long");
        }
        if (wrong != null) {
            return Answer.line(HttpResponseStatus.BAD_REQUEST, "this is no HTTP/1.1");
        }
        if (length != null && !length.equals("0")
                || headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return Answer.line(
                    HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "nothing can be sent here");
        }
        if (!request.method().equals(HttpMethod.GET) && !isHead(request)) {
            return Answer.line(HttpResponseStatus.METHOD_NOT_ALLOWED, "only GET and HEAD");
        }
        if (!names.isAllowed(headers.get(HttpHeaderNames.HOST))) {
            return Answer.line(
                    HttpResponseStatus.MISDIRECTED_REQUEST,
                    "this port answers to localhost and to IP addresses");
        }
        return answers.has(request) ? host(request) : answers.none();
    }

    /** HTTP/1.0 needs no host, but what comes behind does; null where there is one now. */
    private static Answer host(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_0) && !version.equals(HttpVersion.HTTP_1_1)) {
            return Answer.line(
                    HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "only HTTP/1.0 and HTTP/1.1");
        }
        if (!request.headers().contains(HttpHeaderNames.HOST)) {
            if (version.equals(HttpVersion.HTTP_1_1)) {
                return Answer.line(HttpResponseStatus.BAD_REQUEST, "the header Host is missing");
            }
            request.headers().set(HttpHeaderNames.HOST, "localhost");
        }
        return null;
    }

    private static boolean isHead(HttpRequest request) {
        return request.method().equals(HttpMethod.HEAD);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        // an answer comes in pieces, and they are all there before the first of them is sent
        int length = message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        underWay += length;
        traffic.sending(length);
        context.write(message, promise.unvoid())
                .addListener(
                        sent -> {
                            traffic.sent(length);
                            underWay -= length;
                            if (underWay == 0) {
                                answered(context, sent.isSuccess());
                            }
                        });
    }

    private void answered(ChannelHandlerContext context, boolean well) {
        answering = false;
        if (last || !well || !context.channel().isActive()) {
            context.close();
        } else {
            traffic.answered(context);
            within(NEXT_SECONDS, context);
        }
    }

    /** Ends the connection unless it gets on within this time. */
    private void within(long seconds, ChannelHandlerContext context) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        deadline = context.executor().schedule(() -> context.close(), seconds, TimeUnit.SECONDS);
    }
}
