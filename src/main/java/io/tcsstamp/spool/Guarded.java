package io.tcsstamp.spool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** State behind one lock, and the wait for its changes. Thread-safe. */
abstract class Guarded {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Does something with the state. */
    final void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** Does something with the state that has a result. */
    final <T> T read(Supplier<T> value) {
        lock.lock();
        try {
            return value.get();
        } finally {
            lock.unlock();
        }
    }

    /** The state has changed; for whoever has the lock. */
    final void changed() {
        changed.signalAll();
    }

    /** Wakes everybody who waits. */
    final void wake() {
        locked(this::changed);
    }

    /** Waits for any change. */
    final void awaitChange(long millis) throws InterruptedException {
        awaitWhile(() -> true, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Waits for a change where something is so, once. */
    final void awaitWhile(Supplier<Boolean> so, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (so.get()) {
                changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
