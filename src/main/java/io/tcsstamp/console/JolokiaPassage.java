package io.tcsstamp.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.management.ObjectName;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the calls of one request to Jolokia, as far as they are allowed and there is time for them.
 * Used by one thread.
 */
final class JolokiaPassage {
    private static final Logger LOG = LoggerFactory.getLogger(JolokiaPassage.class);

    /** A request of many calls may take so long; what is left then is not done. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Visitor visitor;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final FilterChain chain;
    private final OutputStream out;
    private final ObjectName security;
    private final LongSupplier clock;

    JolokiaPassage(
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            ObjectName security,
            LongSupplier clock)
            throws IOException {
        this.visitor = visitor;
        this.request = request;
        this.response = response;
        this.chain = chain;
        this.security = security;
        this.clock = clock;
        this.out = response.getOutputStream();
    }

    void all(List<?> calls) throws IOException, ServletException {
        out.write('[');
        long begun = clock.getAsLong();
        boolean first = true;
        for (Object call : calls) {
            if (!first) {
                out.write(',');
            }
            first = false;
            if (clock.getAsLong() - begun > MOST_NANOS) {
                out.write(refused((JolokiaCall) call, 503, "the request asks too much"));
            } else {
                one((JolokiaCall) call);
            }
        }
        out.write(']');
    }

    void one(JolokiaCall call) throws IOException, ServletException {
        String refusal = JolokiaRules.refusal(visitor.role(), call, security);
        if (refusal != null) {
            out.write(refused(call, 403, refusal));
            return;
        }
        if (call.type().equals("exec") && !JolokiaRules.onlyShows(call, security)) {
            LOG.info("console: {} asks: {}", visitor.name(), Printable.of(call.toString()));
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        switch (call.type()) {
            case "read" -> {
                pass(call, answer);
                out.write(SortedAnswer.of(answer.toByteArray()));
            }
            case "version" -> {
                pass(call, answer);
                out.write(VersionAnswer.of(answer.toByteArray()));
            }
            default -> pass(call, out);
        }
    }

    private void pass(JolokiaCall call, OutputStream to) throws IOException, ServletException {
        byte[] body = Json.write(JolokiaRules.narrowed(call).members());
        chain.doFilter(new JolokiaRequest(request, body), new JolokiaResponse(response, to));
    }

    private static byte[] refused(JolokiaCall call, int status, String why) {
        Map<String, Object> answer = new LinkedHashMap<>();
        Map<String, Object> request = new LinkedHashMap<>(call.members());
        request.remove("arguments");
        request.remove("value");
        request.remove("config");
        answer.put("request", request);
        answer.put("error_type", SecurityException.class.getName());
        answer.put("error", why);
        answer.put("status", status);
        return Json.write(answer);
    }
}
