package io.tcsstamp.camel;

import static io.netty.handler.codec.http.HttpVersion.HTTP_1_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.concurrent.Future;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One connection to the management port: answers GET and HEAD of a few paths, one request after the
 * other, and closes whatever else comes or takes too long. Used by its connection's thread.
 */
final class ManagementHandler extends SimpleChannelInboundHandler<HttpObject> {
    private static final long REQUEST_SECONDS = 10;
    private static final long ANSWER_SECONDS = 20;

    /** A scraper that keeps its connection comes every minute at least. */
    private static final long NEXT_SECONDS = 90;

    /** For browsers, which have no business here. */
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Cache-Control", "no-store",
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Referrer-Policy", "no-referrer",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY");

    private static final Answer BUSY =
            Answer.line(Answer.UNAVAILABLE, "too many ask at once; try again");

    private final Map<String, SharedAnswer> answers;
    private final LocalNames names;
    private final ManagementTraffic traffic;
    private Future<?> deadline;
    private boolean answering;
    private boolean last;

    /**
     * Creates it.
     *
     * @param answers by their paths
     * @param names by which it may be asked
     */
    ManagementHandler(
            Map<String, SharedAnswer> answers, LocalNames names, ManagementTraffic traffic) {
        this.answers = answers;
        this.names = names;
        this.traffic = traffic;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (traffic.connected()) {
            within(REQUEST_SECONDS, context);
        } else {
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        traffic.disconnected();
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // who breaks a connection off is no event
        context.close();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
        if (message instanceof HttpRequest request && !last) {
            if (answering) {
                // nobody who scrapes sends the next request before the answer
                last = true;
            } else {
                answering = true;
                within(ANSWER_SECONDS, context);
                answer(context, request);
            }
        } else if (message instanceof HttpContent content && content.content().isReadable()) {
            last = true;
        }
    }

    private void answer(ChannelHandlerContext context, HttpRequest request) {
        boolean head = request.method().equals(HttpMethod.HEAD);
        last = !HttpUtil.isKeepAlive(request);
        Answer refusal = refusal(request);
        if (refusal != null) {
            last = true;
            send(context, refusal, head);
            return;
        }
        SharedAnswer shared = answers.get(path(request));
        if (shared == null) {
            String paths = String.join(", ", new TreeMap<>(answers).keySet());
            send(context, Answer.line(404, "there is " + paths), head);
        } else if (!head && !request.method().equals(HttpMethod.GET)) {
            send(context, Answer.line(405, "only GET and HEAD"), false);
        } else {
            shared.get()
                    .thenAccept(
                            made -> context.executor().execute(() -> send(context, made, head)));
        }
    }

    /** Why a request is not looked at further; null where it is. */
    private Answer refusal(HttpRequest request) {
        Throwable wrong = request.decoderResult().cause();
        HttpHeaders headers = request.headers();
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (wrong instanceof TooLongHttpLineException) {
            return Answer.line(414, "the request line is too long");
        }
        if (wrong instanceof TooLongHttpHeaderException) {
            return Answer.line(431, "the headers are too long");
        }
        if (wrong != null) {
            return Answer.line(400, "this is no HTTP/1.1");
        }
        if (length != null && !length.equals("0")
                || headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return Answer.line(413, "nothing can be sent here");
        }
        return names.isAllowed(headers.get(HttpHeaderNames.HOST))
                ? null
                : Answer.line(421, "this port answers to localhost and to IP addresses");
    }

    private static String path(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private void send(ChannelHandlerContext context, Answer answer, boolean head) {
        int length = head ? 0 : answer.body().length;
        boolean taken = traffic.take(length);
        context.writeAndFlush(response(taken ? answer : BUSY, head))
                .addListener(
                        sent -> {
                            traffic.give(taken ? length : 0);
                            answering = false;
                            if (last || !sent.isSuccess()) {
                                context.close();
                            } else {
                                within(NEXT_SECONDS, context);
                            }
                        });
    }

    private FullHttpResponse response(Answer answer, boolean head) {
        ByteBuf body = head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(answer.body());
        HttpResponseStatus status = HttpResponseStatus.valueOf(answer.status());
        FullHttpResponse response = new DefaultFullHttpResponse(HTTP_1_1, status, body);
        HttpHeaders headers = response.headers();
        HEADERS.forEach(headers::set);
        headers.set(HttpHeaderNames.CONTENT_TYPE, answer.type());
        headers.set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        if (answer.status() == HttpResponseStatus.METHOD_NOT_ALLOWED.code()) {
            headers.set(HttpHeaderNames.ALLOW, "GET, HEAD");
        }
        if (answer.status() == Answer.UNAVAILABLE) {
            headers.set(HttpHeaderNames.RETRY_AFTER, "1");
        }
        if (last) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }

    /** Ends the connection unless it gets on within this time. */
    private void within(long seconds, ChannelHandlerContext context) {
        if (deadline != null) {
            deadline.cancel(false);
        }
        deadline = context.executor().schedule(() -> context.close(), seconds, TimeUnit.SECONDS);
    }
}
