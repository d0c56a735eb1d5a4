package io.tcsstamp.camel;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.netty.NettyConstants;
import org.apache.camel.component.netty.http.NettyHttpMessage;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * The step of the management port's routes: knows what to answer to a path. Never makes its thread
 * wait: an answer that is still to be made is sent when it is there. Thread-safe.
 */
final class ManagementAnswers extends AsyncProcessorSupport {
    private static final Answer BUSY =
            Answer.line(HttpResponseStatus.SERVICE_UNAVAILABLE, "too many ask at once; try again");

    private final ManagementTraffic traffic;
    private volatile Map<String, SharedAnswer> answers = Map.of();

    ManagementAnswers(ManagementTraffic traffic) {
        this.traffic = traffic;
    }

    /** Sets what there is, by paths. */
    void set(Map<String, SharedAnswer> byPath) {
        answers = Map.copyOf(byPath);
    }

    /** True where there is an answer to this request's path. */
    boolean has(HttpRequest request) {
        return answers.containsKey(path(request));
    }

    /** That there is nothing at a path, and where there is something. */
    Answer none() {
        String paths = String.join(", ", new TreeMap<>(answers).keySet());
        return Answer.line(HttpResponseStatus.NOT_FOUND, "there is " + paths);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        HttpRequest request = exchange.getMessage(NettyHttpMessage.class).getHttpRequest();
        boolean last = !HttpUtil.isKeepAlive(request);
        SharedAnswer shared = answers.get(path(request));
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (shared == null) {
            send(exchange, none(), head, last);
            callback.done(true);
            return true;
        }
        // by the connections' thread, so that what one of them gets counts before the next
        Executor thread =
                exchange.getMessage()
                        .getHeader(
                                NettyConstants.NETTY_CHANNEL_HANDLER_CONTEXT,
                                ChannelHandlerContext.class)
                        .executor();
        shared.get()
                .thenAcceptAsync(
                        made -> {
                            send(exchange, traffic.isFull() ? BUSY : made, head, last);
                            callback.done(false);
                        },
                        thread);
        return false;
    }

    private static String path(HttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static void send(Exchange exchange, Answer answer, boolean head, boolean last) {
        Message message = exchange.getMessage();
        message.setBody(answer.response(head, last));
        message.setHeader(NettyConstants.NETTY_CLOSE_CHANNEL_WHEN_COMPLETE, last);
    }
}
