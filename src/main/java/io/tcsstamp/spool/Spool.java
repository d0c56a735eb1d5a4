package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolOptions.WhenFull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of one destination's lines. They are stored before they can be taken out; what was
 * taken out stays until it is confirmed, and comes again after {@link #rewind()}. Any number of
 * threads may append, one takes out, any may confirm.
 *
 * <p>Where the disk fails, lines are kept in memory as far as there is room, and whoever appends
 * more waits; {@link #status()} tells. Thread-safe.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    /** What is taken out after a nudge where there are no lines. */
    private static final SpooledLines NONE = new SpooledLines(0, new byte[0], 0, 0, 0, 0);

    private static final long WAIT_MILLIS = 200;

    /** So much that is free in a file is given back at once, and so much at the end. */
    private static final long MUCH_BYTES = 64 << 20;

    private static final long SOME_BYTES = 1 << 20;

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

    /** Null for a spool in memory. */
    private final SpoolStore store;

    /** Orders what is appended, and guards the store. */
    private final ReentrantLock storing = new ReentrantLock(true);

    private long settled;
    private boolean opened;
    private boolean kept;
    private final AtomicInteger appending = new AtomicInteger();
    private volatile boolean closed;
    private volatile boolean full;

    /** What is to be taken out next and cannot be read; used by the one that takes out. */
    private long unreadable = -1;

    private Spool(String name, SpoolOptions options) {
        this.name = name;
        this.options = options;
        this.store = options.file() == null ? null : new SpoolStore(name, options);
        // above all positions of a file that can be opened only later
        long start = store == null ? 0 : System.currentTimeMillis() << 13;
        this.queue = new SpoolQueue(counters, options.memoryBytes(), start);
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
            spool.openStore();
        } finally {
            spool.storing.unlock();
        }
        return spool;
    }

    /**
     * Opens the file where that is possible, and takes over what it holds; true where it did so.
     */
    private boolean openStore() {
        if (store == null || closed) {
            return false;
        }
        store.open();
        boolean changed = false;
        while (store.takeChanged()) {
            adopt();
            changed = true;
        }
        return changed;
    }

    private void adopt() {
        SpoolMark mark = store.found();
        if (!opened) {
            counters.recovered.add(store.missing());
            counters.dropped.add(store.missing());
        }
        if (!opened && queue.isNew()) {
            queue.start(mark);
        } else {
            adopt(opened ? queue.confirmed() : mark.confirmed(), opened ? -1 : mark.sent());
        }
        if (!opened && mark.held().lines() > 0) {
            LOG.info("{}: {} lines of an earlier run go first", name, mark.held().lines());
        }
        opened = true;
    }

    private void adopt(long from, long earlierSent) {
        queue.adopt(from, store.amount(from, queue.memoryStart()), earlierSent);
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
                queue.awaitChange(WAIT_MILLIS);
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
            openStore();
            boolean writable = store != null && store.isWritable();
            if (writable && !makeRoom(bytes.length)) {
                return false;
            }
            // reading what goes may have shown that the file is damaged
            openStore();
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
                onDisk = store(batch);
                openStore();
            }
            boolean readable = store != null && store.isOpen();
            return batch.start() == queue.end() && queue.add(batch, onDisk, readable);
        } finally {
            storing.unlock();
        }
    }

    /** Stores what is only in memory, and one batch more; false where the disk fails. */
    private boolean store(SpooledLines more) {
        List<SpooledLines> batches = queue.unstored();
        if (more != null) {
            batches.add(more);
        }
        SpoolMark mark = queue.mark(more);
        boolean done = store.write(batches, mark);
        if (done) {
            settled = mark.confirmed();
        }
        return done;
    }

    /** False where the file is full and is to stay so until lines are confirmed. */
    private boolean makeRoom(int bytes) {
        long room = options.maxBytes() - bytes;
        if (queue.held().bytes() <= room || queue.held().lines() == 0) {
            full = full && queue.held().bytes() > options.maxBytes() / 10 * 9;
            return true;
        }
        if (!full) {
            full = true;
            LOG.error(
                    "{}: its spool has reached the limit of {} bytes (spool.max-bytes); {}",
                    name,
                    options.maxBytes(),
                    options.whenFull() == WhenFull.WAIT
                            ? "nothing more is read until the destination takes lines"
                            : "the oldest lines are dropped");
        }
        if (options.whenFull() == WhenFull.WAIT) {
            return false;
        }
        while (queue.held().bytes() > Math.max(0, room)) {
            SpooledLines oldest = find(queue.confirmed());
            if (oldest == null) {
                // the disk fails, which is told elsewhere
                return true;
            }
            queue.drop(oldest);
        }
        return true;
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
            openStore();
            next = find(wanted);
            if (openStore()) {
                // another file has taken its place
                return null;
            }
            if (next == null || next.start() > wanted) {
                return behindGap(wanted, next);
            }
            return queue.take(wanted, next) ? next : null;
        } finally {
            storing.unlock();
        }
    }

    /** What should be there is not: it is counted as dropped, and what follows goes on. */
    private SpooledLines behindGap(long wanted, SpooledLines next) {
        if (store == null || !store.isOpen()) {
            unreadable = wanted;
            return null;
        }
        long before = counters.dropped();
        adopt(queue.confirmed(), -1);
        long missing = counters.dropped() - before;
        if (missing > 0) {
            LOG.error("{}: {} lines are missing in {}", name, missing, options.file());
            return null;
        }
        if (next == null) {
            queue.skip(wanted);
        }
        return next != null && queue.take(wanted, next) ? next : null;
    }

    private SpooledLines find(long position) {
        SpooledLines inMemory = queue.at(position);
        return inMemory != null || store == null ? inMemory : store.read(position);
    }

    /**
     * Stores what could not be stored yet, and what was confirmed since; to be called now and then.
     */
    public void settle() throws InterruptedException {
        if (store == null) {
            return;
        }
        storing.lockInterruptibly();
        try {
            openStore();
            boolean needed =
                    settled != queue.confirmed()
                            || !queue.unstored().isEmpty()
                            || !store.trouble().isEmpty();
            if (needed && store(null)) {
                queue.storedAll();
                store.shrink(MUCH_BYTES);
            }
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

    /** All whole batches that end at a position or before it are delivered. */
    public void confirm(long position) {
        queue.confirm(position);
    }

    /** Everything before a position is delivered, to the last start of a line. */
    public void confirmLines(long position) {
        storing.lock();
        try {
            queue.confirm(position);
            Amount more = Amount.NONE;
            long start = queue.confirmed();
            for (SpooledLines batch = find(start);
                    batch != null && start < position && batch.start() < position;
                    batch = find(start)) {
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
        return closed ? kept : store != null && store.isWell();
    }

    /**
     * How many bytes may be kept that were sent and are not confirmed: half of all there is room
     * for.
     */
    public long mostUnconfirmed() {
        return (isDurable() ? options.maxBytes() : options.memoryBytes()) / 2;
    }

    /** For tests: the file that is open. */
    SpoolFile file() {
        return store.file();
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

    /** Where it stands; reads its file. */
    public SpoolStatus status() {
        storing.lock();
        try {
            Amount held = queue.held();
            return new SpoolStatus(
                    held.lines(),
                    held.bytes(),
                    storedAt(held.lines() == 0 ? queue.end() : queue.confirmed()),
                    storedAt(queue.unsent()),
                    trouble());
        } finally {
            storing.unlock();
        }
    }

    private Optional<Instant> storedAt(long position) {
        SpooledLines lines = position < queue.end() ? find(position) : null;
        return Optional.ofNullable(lines).map(found -> Instant.ofEpochMilli(found.stored()));
    }

    private String trouble() {
        if (store != null && !store.trouble().isEmpty()) {
            return store.trouble();
        }
        full = full && queue.held().bytes() > options.maxBytes() / 10 * 9;
        return full ? "it has reached its limit of " + options.maxBytes() + " bytes" : "";
    }

    /**
     * Writes down where it stands. What is in memory only is lost, and so is what waits for room;
     * the latter counts as dropped.
     */
    @Override
    public void close() {
        storing.lock();
        try {
            if (!closed && store != null) {
                // the last chance for what is in memory only
                store.retryNow();
                openStore();
                kept = store(null) || openStore() && store(null);
                store.shrink(SOME_BYTES);
                store.close();
            }
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
