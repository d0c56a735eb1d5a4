package io.tcsstamp.fuzz;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The harness sees a crash, a hang and a waste of memory, and says how to repeat it. */
@Timeout(60)
class FuzzHarnessTest {
    /** A target that does something at its tenth input. */
    private abstract static class AtTheTenth implements FuzzTarget {
        private final AtomicInteger inputs = new AtomicInteger();

        abstract void now() throws Exception;

        @Override
        public byte[] input(Random random) {
            return new byte[] {1, (byte) 0xAB};
        }

        @Override
        public void check(byte[] input, Random random) throws Exception {
            if (inputs.incrementAndGet() == 10) {
                now();
            }
        }
    }

    private static void assertSeen(FuzzTarget target, String cause) {
        assertThatThrownBy(() -> new Fuzz(target, 100, 500).run(20))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching(".*-Dfuzz.seed=109 -Dfuzz.inputs=1, 2 bytes: 01ab")
                .rootCause()
                .hasMessageContaining(cause);
    }

    @Test
    void anExceptionIsSeen() {
        assertSeen(
                new AtTheTenth() {
                    @Override
                    void now() {
                        throw new IllegalStateException("broken");
                    }
                },
                "broken");
    }

    @Test
    void anEndlessRecursionIsSeen() {
        assertSeen(
                new AtTheTenth() {
                    @Override
                    void now() {
                        throw new StackOverflowError("too deep");
                    }
                },
                "too deep");
    }

    @Test
    void aHangIsSeen() {
        assertSeen(
                new AtTheTenth() {
                    @Override
                    void now() throws InterruptedException {
                        new CountDownLatch(1).await();
                    }
                },
                "read for");
    }

    @Test
    void aWasteOfMemoryIsSeen() {
        assertSeen(
                new AtTheTenth() {
                    private byte[] wasted;

                    @Override
                    void now() {
                        wasted = new byte[20 << 20];
                        if (wasted.length < 0) {
                            throw new IllegalStateException("never, but the array is used");
                        }
                    }
                },
                "bytes were allocated");
    }
}
