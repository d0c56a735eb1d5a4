package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue bounded by bytes: whoever adds too much waits until something was taken. */
@Timeout(20)
class BatchQueueTest {
    private static final int OVERHEAD = 2048;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BatchQueue queue = new BatchQueue(1000, 10_000);

    @AfterEach
    void close() throws java.io.IOException {
        context.close();
    }

    @Test
    void isFirstInFirstOut() throws InterruptedException {
        Exchange first = exchange(1);
        Exchange second = exchange(1);
        queue.put(first);
        queue.put(second);

        assertThat(queue.take()).isSameAs(first);
        assertThat(queue.poll()).isSameAs(second);
        assertThat(queue.poll()).isNull();
        assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void takesNoMoreBytesThanItsBound() {
        assertThat(queue.offer(exchange(5000 - OVERHEAD))).isTrue();
        assertThat(queue.offer(exchange(5000 - OVERHEAD))).isTrue();
        assertThat(queue.offer(exchange(0))).isFalse();
        assertThat(queue).hasSize(2);
    }

    @Test
    void emptyBatchesTakeRoomToo() {
        int taken = 0;
        while (queue.offer(exchange(0))) {
            taken++;
        }
        assertThat(taken).isEqualTo(10_000 / OVERHEAD);
    }

    @Test
    void everyWayOfTakingGivesTheBytesBack() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            assertThat(queue.offer(exchange(9000))).isTrue();
            assertThat(queue.poll()).isNotNull();
            assertThat(queue.offer(exchange(9000), 1, TimeUnit.SECONDS)).isTrue();
            assertThat(queue.poll(1, TimeUnit.SECONDS)).isNotNull();
            queue.put(exchange(9000));
            assertThat(queue.take()).isNotNull();
        }
    }

    @Test
    void everyWayOfRemovingGivesTheBytesBack() {
        Exchange removed = exchange(9000);
        queue.add(removed);
        assertThat(queue.remove(removed)).isTrue();
        assertThat(queue.remove(removed)).isFalse();
        queue.add(exchange(9000));
        queue.clear();
        assertThat(queue).isEmpty();
        queue.add(exchange(2500));
        queue.add(exchange(2500));
        List<Exchange> drained = new ArrayList<>();
        assertThat(queue.drainTo(drained, 1)).isEqualTo(1);
        assertThat(queue.drainTo(drained)).isEqualTo(1);

        assertThat(drained).hasSize(2);
        assertThat(queue.offer(exchange(10_000 - OVERHEAD))).isTrue();
        assertThat(queue.offer(exchange(0))).as("nothing was given back twice").isFalse();
    }

    @Test
    void aBatchLargerThanTheBoundPassesAlone() {
        assertThat(queue.offer(exchange(1_000_000))).isTrue();
        assertThat(queue.offer(exchange(0))).isFalse();
        assertThat(queue.poll()).isNotNull();
        assertThat(queue.offer(exchange(1_000_000))).isTrue();
    }

    @Test
    void whoeverAddsTooMuchWaits() throws InterruptedException {
        queue.put(exchange(9000));
        Thread adding = start(() -> queue.put(exchange(9000)));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> adding.getState() == Thread.State.WAITING);
        assertThat(queue).hasSize(1);

        queue.take();
        adding.join();

        assertThat(queue).hasSize(1);
    }

    @Test
    void anOfferThatCannotWaitLongEnoughTakesNoRoom() throws InterruptedException {
        queue.put(exchange(9000));

        assertThat(queue.offer(exchange(9000), 20, TimeUnit.MILLISECONDS)).isFalse();
        queue.take();
        assertThat(queue.offer(exchange(10_000 - OVERHEAD))).isTrue();
    }

    @Test
    void anInterruptedPutTakesNoRoom() throws InterruptedException {
        queue.put(exchange(9000));
        Thread adding = start(() -> queue.put(exchange(9000)));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> adding.getState() == Thread.State.WAITING);
        adding.interrupt();
        adding.join();
        queue.take();

        assertThat(queue.offer(exchange(10_000 - OVERHEAD))).isTrue();
    }

    @Test
    void theNumberOfBatchesIsBoundedToo() throws InterruptedException {
        BatchQueue two = new BatchQueue(2, 10_000);
        two.put(exchange(0));
        two.put(exchange(0));

        assertThat(two.offer(exchange(0))).isFalse();
        assertThat(two.offer(exchange(0), 1, TimeUnit.MILLISECONDS)).isFalse();
        two.take();
        two.take();
        assertThat(two.offer(exchange(10_000 - OVERHEAD))).as("no room was lost").isTrue();
    }

    private Exchange exchange(int bytes) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(bytes == 0 ? null : new byte[bytes]);
        return exchange;
    }

    private static Thread start(Adding adding) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                adding.run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        thread.start();
        return thread;
    }

    private interface Adding {
        void run() throws InterruptedException;
    }
}
