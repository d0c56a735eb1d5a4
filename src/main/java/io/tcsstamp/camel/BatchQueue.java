package io.tcsstamp.camel;

import java.util.Collection;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;

/**
 * A queue of batches bounded by their bytes rather than their number: a number that is right for
 * small batches is far too many large ones. Thread-safe.
 */
final class BatchQueue extends LinkedBlockingQueue<Exchange> {
    private static final long serialVersionUID = 1L;

    /** About what an exchange without a body takes. */
    private static final int OVERHEAD = 2048;

    private final int maxBytes;
    private final transient Semaphore free;

    BatchQueue(int capacity, int maxBytes) {
        super(capacity);
        this.maxBytes = maxBytes;
        this.free = new Semaphore(maxBytes, true);
    }

    @Override
    public void put(Exchange exchange) throws InterruptedException {
        int bytes = bytesOf(exchange);
        free.acquire(bytes);
        try {
            super.put(exchange);
        } catch (InterruptedException e) {
            free.release(bytes);
            throw e;
        }
    }

    @Override
    public boolean offer(Exchange exchange) {
        int bytes = bytesOf(exchange);
        if (!free.tryAcquire(bytes)) {
            return false;
        }
        boolean taken = super.offer(exchange);
        if (!taken) {
            free.release(bytes);
        }
        return taken;
    }

    @Override
    public boolean offer(Exchange exchange, long timeout, TimeUnit unit)
            throws InterruptedException {
        int bytes = bytesOf(exchange);
        if (!free.tryAcquire(bytes, timeout, unit)) {
            return false;
        }
        boolean taken = super.offer(exchange, timeout, unit);
        if (!taken) {
            free.release(bytes);
        }
        return taken;
    }

    @Override
    public Exchange poll(long timeout, TimeUnit unit) throws InterruptedException {
        return released(super.poll(timeout, unit));
    }

    @Override
    public Exchange poll() {
        return released(super.poll());
    }

    @Override
    public Exchange take() throws InterruptedException {
        return released(super.take());
    }

    @Override
    public boolean remove(Object exchange) {
        boolean removed = super.remove(exchange);
        if (removed) {
            released((Exchange) exchange);
        }
        return removed;
    }

    @Override
    public void clear() {
        while (poll() != null) {
            continue;
        }
    }

    @Override
    public int drainTo(Collection<? super Exchange> to) {
        return drainTo(to, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super Exchange> to, int most) {
        int drained = 0;
        for (Exchange next; drained < most && (next = poll()) != null; drained++) {
            to.add(next);
        }
        return drained;
    }

    private Exchange released(Exchange exchange) {
        if (exchange != null) {
            free.release(bytesOf(exchange));
        }
        return exchange;
    }

    /** The same as long as the exchange is in the queue: nobody changes its body there. */
    private int bytesOf(Exchange exchange) {
        int body = exchange.getMessage().getBody() instanceof byte[] bytes ? bytes.length : 0;
        return Math.min(maxBytes, OVERHEAD + body);
    }
}
