package io.tcsstamp.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Stands before Jolokia: reads what is asked, refuses what {@link JolokiaRules} do not allow, and
 * passes the rest on, one call after the other. A refusal is an answer of Jolokia's form, with the
 * status 403 in it: at another status of HTTP Hawtio's pages would log out. Thread-safe.
 */
final class JolokiaFilter implements Filter {
    /** What the pages ask of a large bridge stays far below it. */
    static final int LONGEST_BODY = 512 << 10;

    static final int MOST_CALLS = 2_000;

    /** The bridge's memory is small: answers are made in it. */
    private static final int AT_ONCE = 2;

    private static final long WAIT_SECONDS = 10;

    private static final int BODY_SECONDS = 10;

    /** So many bodies may be coming of those who are logged in, and as many of all others. */
    private static final int BODIES = 3;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Bodies ofUsers = new Bodies(LONGEST_BODY, BODIES, BODY_SECONDS);
    private final Bodies ofOthers = new Bodies(LONGEST_BODY, BODIES, BODY_SECONDS);
    private final ObjectName security;

    JolokiaFilter(ObjectName security) {
        this.security = security;
    }

    @Override
    public void doFilter(ServletRequest anything, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anything;
        HttpServletResponse response = (HttpServletResponse) answer;
        response.setHeader("Cache-Control", "no-store");
        Visitor visitor = Visitor.of(request);
        if (visitor == null) {
            Answer.text(response, 403, "log in first");
            return;
        }
        byte[] body = null;
        if (request.getMethod().equals("POST")) {
            if (!isJson(request.getContentType())) {
                Answer.text(response, 415, "the body must be application/json");
                return;
            }
            // before its turn: who sends slowly does not keep others from theirs
            body = (visitor.loggedIn() ? ofUsers : ofOthers).read(request, response);
            if (body == null) {
                return;
            }
        }
        if (!await()) {
            response.setHeader("Retry-After", String.valueOf(WAIT_SECONDS));
            Answer.text(response, 503, "too many requests at once");
            return;
        }
        try {
            ConsoleSecurity.act(visitor.role());
            handle(visitor, body, request, response, chain);
        } finally {
            ConsoleSecurity.act(null);
            turns.release();
        }
    }

    private boolean await() {
        try {
            return turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void handle(
            Visitor visitor,
            byte[] body,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        Object asked;
        try {
            asked =
                    body == null
                            ? JolokiaPath.parse(request.getPathInfo())
                            : calls(Json.read(body));
        } catch (MalformedException e) {
            Answer.text(response, 400, "not understood: " + Printable.of(e.getMessage()));
            return;
        }
        // the pages look for Jolokia by GET, and take for it what is text as Jolokia sends it
        response.setContentType(
                (body == null ? "text/plain" : "application/json") + ";charset=utf-8");
        JolokiaPassage passage =
                new JolokiaPassage(visitor, request, response, chain, security, System::nanoTime);
        if (asked instanceof List<?> many) {
            passage.all(many);
        } else {
            passage.one((JolokiaCall) asked);
        }
    }

    private static boolean isJson(String type) {
        String kind = type == null ? "" : type.split(";", 2)[0].strip();
        return kind.equals("application/json") || kind.equals("text/json");
    }

    /** All are understood before the first is answered. */
    private static Object calls(Object body) throws MalformedException {
        if (!(body instanceof List<?> many)) {
            return JolokiaCall.of(body);
        }
        if (many.size() > MOST_CALLS) {
            throw new MalformedException("more than " + MOST_CALLS + " requests in one");
        }
        List<JolokiaCall> calls = new ArrayList<>();
        for (Object one : many) {
            calls.add(JolokiaCall.of(one));
        }
        return calls;
    }
}
