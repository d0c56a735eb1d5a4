package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.tcsstamp.monitor.LogLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer is made once for all who ask at the same time. */
@Timeout(20)
class SharedAnswerTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private Answer make() {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Answer.line(HttpResponseStatus.OK, "answer " + made.incrementAndGet());
    }

    private static String text(CompletableFuture<Answer> answer) throws Exception {
        return new String(answer.get(10, TimeUnit.SECONDS).body()).strip();
    }

    @Test
    void thousandWhoAskWhileItIsMadeGetTheSame() throws Exception {
        SharedAnswer shared = new SharedAnswer(this::make, Duration.ofMinutes(1), executor);
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            asked.add(shared.get());
        }
        go.countDown();

        for (CompletableFuture<Answer> answer : asked) {
            assertThat(text(answer)).isEqualTo("answer 1");
        }
        assertThat(text(shared.get())).isEqualTo("answer 1");
        assertThat(made).hasValue(1);
    }

    @Test
    void afterAMomentANewOneIsMadeForManyToo() throws Exception {
        SharedAnswer shared = new SharedAnswer(this::make, Duration.ofMillis(20), executor);
        shared.get();
        CompletableFuture<Answer> first = shared.get();
        go.countDown();
        assertThat(text(first)).isEqualTo("answer 1");

        await().until(() -> text(shared.get()).equals("answer 2"));
    }

    @Test
    void whoAsksAloneAlwaysGetsANewOne() throws Exception {
        SharedAnswer shared = new SharedAnswer(this::make, Duration.ofMinutes(1), executor);
        go.countDown();

        assertThat(text(shared.get())).isEqualTo("answer 1");
        assertThat(text(shared.get())).isEqualTo("answer 2");
        assertThat(text(shared.get())).isEqualTo("answer 3");
    }

    @Test
    void whatCannotBeMadeIsToldInTheLogAndTheNextIsMadeAnew() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        SharedAnswer shared =
                new SharedAnswer(
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("secret");
                            }
                            return Answer.line(HttpResponseStatus.OK, "well");
                        },
                        Duration.ZERO,
                        executor);
        try (LogLines log = new LogLines(SharedAnswer.class)) {
            Answer failed = shared.get().get(10, TimeUnit.SECONDS);
            assertThat(failed.status()).isEqualTo(HttpResponseStatus.INTERNAL_SERVER_ERROR);
            assertThat(new String(failed.body())).doesNotContain("secret");
            assertThat(log.lines()).hasSize(1);
        }
        await().until(() -> text(shared.get()).equals("well"));
    }

    @Test
    void anErrorLeavesNobodyWaiting() throws Exception {
        SharedAnswer shared =
                new SharedAnswer(
                        () -> {
                            throw new NoClassDefFoundError("x");
                        },
                        Duration.ZERO,
                        executor);
        try (LogLines log = new LogLines(SharedAnswer.class)) {
            assertThat(shared.get().get(10, TimeUnit.SECONDS).status().code()).isEqualTo(500);
            assertThat(log.lines()).hasSize(1);
        }
    }

    @Test
    void whoAsksWhileTheBridgeStopsIsToldSo() throws Exception {
        executor.shutdownNow();
        SharedAnswer shared = new SharedAnswer(this::make, Duration.ZERO, executor);

        assertThat(text(shared.get())).isEqualTo("the bridge is stopping");
    }
}
