package io.tcsstamp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ObjectName;
import javax.servlet.FilterChain;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

/** A request of many calls ends, however long each of them takes. */
class JolokiaPassageTest {
    @Test
    void callsForWhichThereIsNoTimeAreNotMade() throws Exception {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        AtomicInteger made = new AtomicInteger();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        HttpServletResponse response = response(answer);
        FilterChain jolokia =
                (request, part) -> {
                    made.incrementAndGet();
                    now.addAndGet(TimeUnit.SECONDS.toNanos(4));
                    part.getOutputStream().write("{\"status\":200}".getBytes());
                };
        JolokiaCall list = JolokiaCall.of(Map.of("type", (Object) "list"));

        new JolokiaPassage(
                        Visitor.ANONYMOUS,
                        request(),
                        response,
                        jolokia,
                        new ObjectName("hawtio:type=security"),
                        now::get)
                .all(Collections.nCopies(6, list));

        assertThat((List<?>) Json.read(answer.toByteArray()))
                .extracting(one -> ((Map<?, ?>) one).get("status"))
                .isEqualTo(List.of(200, 200, 200, 503, 503, 503));
        assertThat(made).hasValue(3);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        JolokiaPassageTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getParameterMap") ? Map.of() : null);
    }

    private static HttpServletResponse response(ByteArrayOutputStream into) {
        JolokiaResponse out = new JolokiaResponse(none(), into);
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        JolokiaPassageTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("getOutputStream")
                                        ? out.getOutputStream()
                                        : null);
    }

    private static HttpServletResponse none() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        JolokiaPassageTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, arguments) -> null);
    }
}
