package io.tcsstamp.spool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue of one destination's lines. They are stored before they can be taken out; what was
 * taken out stays until it is confirmed, and comes again after {@link #rewind()}. Any number of
 * threads may append, one takes out, any may confirm.
 *
 * <p>Where the disk fails, lines are kept in memory as far as there is room, and whoever appends
 * more waits; {@link #status()} tells. Thread-safe.
 */
public final class Spool implements AutoCloseable {
    /** What is taken out after a nudge where there are no lines. */
    private static final SpooledLines NONE = new SpooledLines(0, new byte[0], 0, 0, 0, 0);

    private static final long WAIT_MILLIS = 200;

    /** How often a close looks whether those who wait have noticed. */
    private static final int LAST_LOOKS = 20;

    /** After so long without a line there is time to write down what was confirmed. */
    private static final long QUIET_MILLIS = 20;

    /** A taker that took nothing for so long is not waited for. */
    private static final long LIVELY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String name;
    private final SpoolOptions options;
    private final SpoolCounters counters = new SpoolCounters();
    private final SpoolQueue queue;

    /** Orders what is appended, and guards the keeper. */
    private final ReentrantLock storing = new ReentrantLock(true);

    private final SpoolKeeper keeper;
    private final AtomicLong progress = new AtomicLong();
    private final AtomicInteger appending = new AtomicInteger();
    private volatile boolean closed;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile int squeeze;

    /** What is to be taken out next and cannot be read; used by the one that takes out. */
    private long unreadable = -1;

    private Spool(String name, SpoolOptions options) {
        this.name = name;
        this.options = options;
        // above all positions of a file that can be opened only later
        long start = options.file() == null ? 0 : System.currentTimeMillis() << 13;
        this.queue = new SpoolQueue(counters, options.memoryBytes(), start);
        this.keeper = new SpoolKeeper(name, options, counters, queue);
    }

    /**
     * Opens a spool with all that an earlier run left in its file. A file that cannot be used is
     * told in the log and in the status; the spool then works in memory.
     *
     * @param name for log lines, such as the destination's id
     */
    public static Spool open(String name, SpoolOptions options) {
        Spool spool = new Spool(name, options);
        spool.storing.lock();
        try {
            spool.keeper.open();
        } finally {
            spool.storing.unlock();
        }
        return spool;
    }

    /**
     * Adds lines; they are on disk when this returns, unless the disk fails. Waits where there is
     * no room. No bytes are no lines: then whoever waits for lines gets none, at once.
     *
     * @param bytes whole lines; not to be changed any more
     * @param count how many they are
     * @param firstTime of the oldest sample, milliseconds since 1970 UTC
     * @param lastTime of the newest sample, milliseconds since 1970 UTC
     */
    public void append(byte[] bytes, int count, long firstTime, long lastTime)
            throws InterruptedException {
        if (bytes.length == 0) {
            queue.nudge();
            return;
        }
        appending.incrementAndGet();
        try {
            while (!tryAppend(bytes, count, firstTime, lastTime)) {
                if (closed) {
                    counters.accepted.add(count);
                    counters.dropped.add(count);
                    throw new IllegalStateException(
                            name + ": " + count + " lines found no room before the bridge stopped");
                }
                waiting.incrementAndGet();
                try {
                    queue.awaitChange(WAIT_MILLIS);
                } finally {
                    waiting.decrementAndGet();
                }
            }
        } finally {
            appending.decrementAndGet();
        }
    }

    private boolean tryAppend(byte[] bytes, int count, long firstTime, long lastTime)
            throws InterruptedException {
        storing.lockInterruptibly();
        try {
            if (closed) {
                return false;
            }
            keeper.open();
            boolean writable = keeper.isWritable();
            if (writable && !keeper.makeRoom(bytes.length)) {
                return false;
            }
            // reading what goes may have shown that the file is damaged
            keeper.open();
            SpooledLines batch =
                    new SpooledLines(
                            queue.end(),
                            bytes,
                            count,
                            firstTime,
                            lastTime,
                            System.currentTimeMillis());
            boolean onDisk = false;
            if (writable) {
                queue.awaitRoom(batch.footprint(), LIVELY_NANOS);
                onDisk = keeper.store(batch);
                keeper.open();
            }
            return batch.start() == queue.end() && queue.add(batch, onDisk, keeper.isReadable());
        } finally {
            storing.unlock();
        }
    }

    /**
     * The next lines, from memory or from disk; waits for them.
     *
     * @return null where there are none until then; no lines after a nudge
     */
    public SpooledLines next(long millis) throws InterruptedException {
        SpooledLines next = takeNow();
        if (next == null) {
            queue.awaitUnsent(Math.min(millis, QUIET_MILLIS), unreadable);
            next = takeNow();
        }
        if (next == null) {
            settle();
            queue.awaitUnsent(millis, unreadable);
            next = takeNow();
        }
        return next == null && queue.takeNudge() && !queue.hasUnsent() ? NONE : next;
    }

    private SpooledLines takeNow() throws InterruptedException {
        SpooledLines next = queue.take();
        long wanted = next == null ? queue.wanted() : -1;
        unreadable = -1;
        if (wanted < 0) {
            return next;
        }
        storing.lockInterruptibly();
        try {
            keeper.open();
            next = keeper.find(wanted);
            if (keeper.open()) {
                // another file has taken its place
                return null;
            }
            if (next == null || next.start() > wanted) {
                unreadable = keeper.isReadable() ? -1 : wanted;
                return unreadable < 0 ? keeper.behindGap(wanted, next) : null;
            }
            return queue.take(wanted, next) ? next : null;
        } finally {
            storing.unlock();
        }
    }

    /**
     * Stores what could not be stored yet, and what was confirmed since; to be called now and then.
     */
    public void settle() throws InterruptedException {
        storing.lockInterruptibly();
        try {
            keeper.settle();
        } finally {
            storing.unlock();
        }
    }

    /** What was taken out last; null where it is to be sent again. */
    public SpooledLines taken() {
        return queue.taken();
    }

    /**
     * Lines go on their way now; false where they must not, because others are to go before them.
     */
    public boolean sent(SpooledLines batch) {
        return queue.sent(batch);
    }

    /** The batch that was taken out last could not be sent and comes again. */
    public void untake(SpooledLines batch) {
        queue.untake(batch);
    }

    /**
     * All whole batches that end at a position or before it are delivered.
     *
     * @param since the epoch in which they were taken out; nothing happens in a later one
     */
    public void confirm(long position, long since) {
        queue.confirm(position, since);
    }

    /** Everything before a position is delivered, to the last start of a line; see confirm. */
    public void confirmLines(long position, long since) {
        storing.lock();
        try {
            if (queue.epoch() != since) {
                return;
            }
            queue.confirm(position, since);
            Amount more = Amount.NONE;
            long start = queue.confirmed();
            for (SpooledLines batch = keeper.find(start);
                    batch != null && start < position && batch.start() < position;
                    batch = keeper.find(start)) {
                long end = batch.lineStart(position);
                start = end;
                if (end < batch.end()) {
                    more = more.plus(new Amount(batch.linesBefore(end), end - batch.start()));
                    break;
                }
                more = more.plus(Amount.of(batch));
            }
            queue.confirm(start, more);
        } finally {
            storing.unlock();
        }
    }

    /**
     * Everything that is not confirmed comes again, in order; returns how many lines were taken
     * out.
     */
    public long rewind() {
        return queue.rewind();
    }

    /** The destination takes lines; see {@link #progress()}. */
    public void progressed() {
        progress.incrementAndGet();
    }

    /** Changes whenever the destination was seen to take lines. */
    public long progress() {
        return progress.get();
    }

    /** Changes with every {@link #rewind()}. */
    public long epoch() {
        return queue.epoch();
    }

    /** True where lines wait to be sent, for the first time or again. */
    public boolean hasUnsent() {
        return queue.hasUnsent();
    }

    /** True where lines outlive this process. */
    public boolean isDurable() {
        return keeper.isDurable();
    }

    /**
     * How many bytes may be kept that were sent and are not confirmed: half of all there is room
     * for; less at every look where they are all there is and more finds no room, as nothing would
     * go on. Asked by one connection at a time.
     */
    public long mostUnconfirmed() {
        long room = maxBytes() / 2;
        if (waiting.get() == 0 || queue.hasUnsent()) {
            squeeze = 0;
            return room;
        }
        squeeze = Math.min(squeeze + 1, Long.SIZE - 2);
        return Math.min(room, queue.held().bytes() >> squeeze);
    }

    /** For tests: the file that is open. */
    SpoolFile file() {
        return keeper.file();
    }

    /** What became of its lines. */
    public SpoolCounters counters() {
        return counters;
    }

    /** How many lines are not confirmed, sent or not. */
    public long lines() {
        return queue.held().lines();
    }

    /** How many bytes they are. */
    public long bytes() {
        return queue.held().bytes();
    }

    /** How many bytes of lines there is room for. */
    public long maxBytes() {
        return isDurable() ? options.maxBytes() : options.memoryBytes();
    }

    /** Where it stands; reads its file. */
    public SpoolStatus status() {
        storing.lock();
        try {
            return keeper.status();
        } finally {
            storing.unlock();
        }
    }

    /**
     * Writes down where it stands. What is in memory only is lost, and so is what waits for room;
     * the latter counts as dropped.
     */
    @Override
    public void close() {
        storing.lock();
        try {
            keeper.close();
            closed = true;
        } finally {
            storing.unlock();
        }
        queue.wake();
        for (int i = 0; i < LAST_LOOKS && appending.get() > 0; i++) {
            LockSupport.parkNanos(LIVELY_NANOS);
        }
    }
}
