package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolOptions.WhenFull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a spool's queue on disk: brings together what is in memory and what is in the file, and
 * counts what the file lost. Not thread-safe.
 */
final class SpoolKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolKeeper.class);

    /** So much that is free in a file is given back at once, and so much at the end. */
    private static final long MUCH_BYTES = 64 << 20;

    private static final long SOME_BYTES = 1 << 20;

    private final String name;
    private final SpoolOptions options;
    private final SpoolCounters counters;
    private final SpoolQueue queue;

    /** Null for a spool in memory. */
    private final SpoolStore store;

    private long settled;
    private boolean opened;
    private boolean closed;
    private boolean kept;
    private boolean full;

    SpoolKeeper(String name, SpoolOptions options, SpoolCounters counters, SpoolQueue queue) {
        this.name = name;
        this.options = options;
        this.counters = counters;
        this.queue = queue;
        this.store = options.file() == null ? null : new SpoolStore(name, options);
    }

    /**
     * Opens the file where that is possible, and takes over what it holds; true where it did so.
     */
    boolean open() {
        if (store == null || closed) {
            return false;
        }
        store.open();
        boolean changed = false;
        while (store.takeChanged()) {
            changed = true;
            if (!adopt()) {
                // what it holds could not be read: again with the next try
                store.setChanged();
                break;
            }
        }
        return changed;
    }

    private boolean adopt() {
        SpoolMark mark = store.found();
        if (!opened && queue.isNew()) {
            queue.start(mark);
            settled = mark.confirmed();
        } else if (!opened && mark.end() > queue.confirmed()) {
            store.giveUp(
                    "what it holds is from a run with a later clock; it is used at the next start");
            return true;
        } else if (!adopt(
                opened ? queue.confirmed() : mark.confirmed(), opened ? -1 : mark.sent())) {
            return false;
        }
        if (!opened) {
            counters.recovered.add(store.missing());
            counters.dropped.add(store.missing());
        }
        if (!opened && mark.held().lines() > 0) {
            LOG.info("{}: {} lines of an earlier run go first", name, mark.held().lines());
        }
        opened = true;
        return true;
    }

    /** False where it cannot be read how much there is. */
    private boolean adopt(long from, long earlierSent) {
        Amount older = store.amount(from, queue.memoryStart());
        if (older != null) {
            queue.adopt(from, older, earlierSent);
        }
        return older != null;
    }

    /** True where it may be that something can be stored. */
    boolean isWritable() {
        return store != null && store.isWritable();
    }

    /** True where what is stored can be read. */
    boolean isReadable() {
        return store != null && store.isOpen();
    }

    /** True where lines outlive this process. */
    boolean isDurable() {
        return closed ? kept : store != null && store.isWell();
    }

    /** Stores what is only in memory, and one batch more; false where the disk fails. */
    boolean store(SpooledLines more) {
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
    boolean makeRoom(int bytes) {
        long room = options.maxBytes() - bytes;
        if (queue.held().bytes() <= room || queue.held().lines() == 0) {
            noteFull();
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

    /** A file counts as full until a tenth of it is free again. */
    private void noteFull() {
        full = full && queue.held().bytes() > options.maxBytes() / 10 * 9;
    }

    /**
     * Takes what follows a position where something should be and is not, which counts as dropped.
     *
     * @param next what was found behind it; null for nothing
     * @return null where it is to be looked for again
     */
    SpooledLines behindGap(long wanted, SpooledLines next) {
        long before = counters.dropped();
        if (!adopt(queue.confirmed(), -1)) {
            return null;
        }
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

    /** The batch at a position, or the next one in the file; null where there is none. */
    SpooledLines find(long position) {
        SpooledLines inMemory = queue.at(position);
        return inMemory != null || store == null ? inMemory : store.read(position);
    }

    /** Stores what could not be stored yet, and what was confirmed since. */
    void settle() {
        open();
        if (store == null || closed) {
            return;
        }
        boolean needed =
                settled != queue.confirmed()
                        || !queue.unstored().isEmpty()
                        || !store.trouble().isEmpty();
        if (needed && store(null)) {
            queue.storedAll();
            store.shrink(MUCH_BYTES);
        }
    }

    /** Where it stands. */
    SpoolStatus status() {
        Amount held = queue.held();
        return new SpoolStatus(
                held.lines(),
                held.bytes(),
                storedAt(held.lines() == 0 ? queue.end() : queue.confirmed()),
                storedAt(queue.unsent()),
                trouble());
    }

    private Optional<Instant> storedAt(long position) {
        SpooledLines lines = position < queue.end() ? find(position) : null;
        return Optional.ofNullable(lines).map(found -> Instant.ofEpochMilli(found.stored()));
    }

    private String trouble() {
        if (store != null && !store.trouble().isEmpty()) {
            return store.trouble();
        }
        noteFull();
        return full ? "it has reached its limit of " + options.maxBytes() + " bytes" : "";
    }

    /** For tests: the file that is open. */
    SpoolFile file() {
        return store.file();
    }

    /** Stores what there is, and closes the file; a second time it does nothing. */
    void close() {
        if (!closed && store != null) {
            // the last chance for what is in memory only
            store.retryNow();
            open();
            kept = store(null) || open() && store(null);
            store.shrink(SOME_BYTES);
            store.close();
        }
        closed = true;
    }
}
