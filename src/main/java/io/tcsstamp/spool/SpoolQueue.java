package io.tcsstamp.spool;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Where a spool's lines stand: what is confirmed, sent, stored and appended, as positions in the
 * stream, with the newest lines themselves. Reads and writes no file. Thread-safe.
 *
 * <pre>confirmed &lt;= cursor &lt;= end, confirmed &lt;= stored &lt;= end</pre>
 */
final class SpoolQueue extends Guarded {
    private final SpoolCounters counters;
    private final SpoolMemory memory;
    private final SentWindow window = new SentWindow();

    /** Everything below is delivered or dropped. */
    private long confirmed;

    /** What is taken out next. */
    private long cursor;

    /** Everything below is on disk. */
    private long stored;

    private long end;

    private SentMark sent;

    /** What is between confirmed and end. */
    private Amount held;

    private SpooledLines taken;
    private long takenAt = System.nanoTime();
    private long epoch;
    private boolean nudged;

    SpoolQueue(SpoolCounters counters, long memoryBytes, long start) {
        this.counters = counters;
        this.memory = new SpoolMemory(memoryBytes);
        setAll(new SpoolMark(start, start, start, Amount.NONE));
    }

    private void setAll(SpoolMark mark) {
        confirmed = mark.confirmed();
        cursor = mark.confirmed();
        stored = mark.end();
        end = mark.end();
        sent = new SentMark(Math.max(mark.sent(), mark.confirmed()));
        held = mark.held();
    }

    /** Starts with what an earlier run left in the file. */
    void start(SpoolMark mark) {
        locked(
                () -> {
                    setAll(mark);
                    counters.recovered.add(held.lines());
                    changed();
                });
    }

    /**
     * Takes over what a file holds that could be opened only now, or was replaced.
     *
     * @param from where the oldest of it is that is not confirmed
     * @param older what the file holds that is not in memory
     * @param earlierSent up to where an earlier run had sent it; negative where it is of this run
     */
    void adopt(long from, Amount older, long earlierSent) {
        locked(
                () -> {
                    Amount known = held;
                    held = older;
                    for (SpooledLines batch : memory.from(confirmed)) {
                        held = held.plus(Amount.of(batch.from(confirmed)));
                    }
                    stored = memory.start(end);
                    if (earlierSent >= 0) {
                        sent.earlier(confirmed, earlierSent);
                    }
                    if (held.equals(known)) {
                        return;
                    }
                    confirmed = from;
                    counters.recovered.add(Math.max(0, held.lines() - known.lines()));
                    counters.dropped.add(Math.max(0, known.lines() - held.lines()));
                    rewind();
                });
    }

    /** Goes on behind a gap: nothing is in the file from there to what is in memory. */
    void skip(long position) {
        locked(
                () -> {
                    if (cursor == position) {
                        cursor = memory.start(end);
                    }
                });
    }

    /** True where nothing was appended yet. */
    boolean isNew() {
        return counters.accepted() == 0;
    }

    /** Where the next lines go. */
    long end() {
        return read(() -> end);
    }

    /** From where on the lines are in memory. */
    long memoryStart() {
        return read(() -> memory.start(end));
    }

    /** What is not confirmed. */
    Amount held() {
        return read(() -> held);
    }

    /** Everything below is delivered or dropped. */
    long confirmed() {
        return read(() -> confirmed);
    }

    /** True where something can be taken out. */
    boolean hasUnsent() {
        return read(() -> cursor < end);
    }

    /** From where on nothing was sent yet. */
    long unsent() {
        return read(() -> Math.max(confirmed, sent.position(confirmed)));
    }

    /** Changes whenever what was sent is to be sent again. */
    long epoch() {
        return read(() -> epoch);
    }

    /** Where the spool stands once this batch is stored too. */
    SpoolMark mark(SpooledLines more) {
        return read(
                () ->
                        more == null
                                ? new SpoolMark(confirmed, sent.position(confirmed), end, held)
                                : new SpoolMark(
                                        confirmed,
                                        sent.position(confirmed),
                                        more.end(),
                                        held.plus(Amount.of(more))));
    }

    /** What is in memory only. */
    List<SpooledLines> unstored() {
        return read(() -> memory.from(Math.max(confirmed, stored)));
    }

    /** All that was unstored is stored. */
    void storedAll() {
        read(() -> stored = end);
    }

    /**
     * Adds a batch at the end.
     *
     * @param onDisk true where it is stored, and everything before it
     * @param readable true where what is stored can be read back
     * @return false where it is not stored and there is no room in memory
     */
    boolean add(SpooledLines batch, boolean onDisk, boolean readable) {
        return read(
                () -> {
                    if (onDisk) {
                        stored = batch.end();
                    }
                    if (readable && !memory.hasRoom(batch.footprint())) {
                        // whoever takes them out reads them back
                        memory.removeUntil(stored);
                    }
                    if (!onDisk && !memory.hasRoom(batch.footprint())) {
                        return false;
                    }
                    memory.add(batch);
                    end = batch.end();
                    held = held.plus(Amount.of(batch));
                    counters.accepted.add(batch.count());
                    changed();
                    return true;
                });
    }

    /** Wakes who waits for lines. */
    void nudge() {
        locked(
                () -> {
                    nudged = true;
                    changed();
                });
    }

    /** Takes a nudge back where there is one; true where there was. */
    boolean takeNudge() {
        return read(
                () -> {
                    boolean was = nudged;
                    nudged = false;
                    return was;
                });
    }

    /** Waits until there is something to take out that can be read, a nudge or a change. */
    void awaitUnsent(long millis, long unreadable) throws InterruptedException {
        awaitWhile(
                () -> (cursor == end || cursor == unreadable) && !nudged,
                TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /**
     * Gives whoever takes out a moment to make room, where it nearly keeps up: to read back costs
     * more than to wait.
     */
    void awaitRoom(int bytes, long nanos) throws InterruptedException {
        while (read(() -> isNearlyTaken(bytes, nanos))) {
            awaitWhile(() -> isNearlyTaken(bytes, nanos), nanos);
        }
    }

    private boolean isNearlyTaken(int bytes, long nanos) {
        return !memory.hasRoom(bytes)
                && cursor < end
                && memory.at(cursor) != null
                && System.nanoTime() - takenAt < nanos;
    }

    /** What is next, if it is in memory. */
    SpooledLines take() {
        return read(
                () -> {
                    SpooledLines next = cursor < end ? memory.at(cursor) : null;
                    if (next != null) {
                        took(next);
                    }
                    return next;
                });
    }

    /** The position that is to be read from the file; negative where there is none. */
    long wanted() {
        return read(() -> cursor < end && memory.at(cursor) == null ? cursor : -1);
    }

    /** Takes out what was read for a position; false where something else is wanted by now. */
    boolean take(long position, SpooledLines next) {
        return read(
                () -> {
                    if (cursor != position || next.start() > end) {
                        return false;
                    }
                    took(next);
                    return true;
                });
    }

    private void took(SpooledLines next) {
        taken = next;
        takenAt = System.nanoTime();
        window.add(next);
        cursor = next.end();
        // what is on disk needs no place here once it is on its way
        memory.removeUntil(Math.min(cursor, stored));
        changed();
    }

    /** What was taken out last; null where it is to be sent again. */
    SpooledLines taken() {
        return read(() -> taken);
    }

    /** The batch goes on its way; false where it must not, because others are to go before it. */
    boolean sent(SpooledLines batch) {
        return read(
                () -> {
                    if (batch != taken) {
                        return false;
                    }
                    counters.resent.add(sent.sent(batch));
                    return true;
                });
    }

    /** The batch that was taken out last comes again. */
    void untake(SpooledLines batch) {
        locked(
                () -> {
                    if (batch == taken) {
                        window.removeLast();
                        cursor = Math.max(batch.start(), confirmed);
                        taken = null;
                        changed();
                    }
                });
    }

    /** All whole batches before a position are delivered, if nothing was rewound since an epoch. */
    void confirm(long position, long since) {
        locked(
                () -> {
                    if (epoch != since) {
                        return;
                    }
                    long floor = window.floor(position, confirmed);
                    confirmed(floor, window.removeUntil(position));
                });
    }

    /**
     * What was taken out is delivered up to a position at a line's start, which is so much more.
     */
    void confirm(long position, Amount more) {
        locked(
                () -> {
                    if (position > confirmed) {
                        window.cut(position, more);
                        confirmed(position, more);
                    }
                });
    }

    private void confirmed(long position, Amount delivered) {
        if (position > confirmed) {
            confirmed = position;
            held = held.minus(delivered);
            counters.confirmed.add(delivered.lines());
            memory.removeUntil(confirmed);
            changed();
        }
    }

    /** The oldest lines are given up, where they were not confirmed meanwhile. */
    void drop(SpooledLines oldest) {
        locked(
                () -> {
                    if (confirmed > oldest.start()) {
                        return;
                    }
                    confirmed = oldest.end();
                    cursor = Math.max(cursor, confirmed);
                    held = held.minus(Amount.of(oldest));
                    counters.dropped.add(oldest.count());
                    window.cut(confirmed, Amount.of(oldest));
                    memory.removeUntil(confirmed);
                    changed();
                });
    }

    /**
     * Everything that is not confirmed comes again, in order; returns how many lines were taken
     * out.
     */
    long rewind() {
        return read(
                () -> {
                    long again = window.removeUntil(Long.MAX_VALUE).lines();
                    cursor = confirmed;
                    taken = null;
                    epoch++;
                    changed();
                    return again;
                });
    }

    /** A batch in memory that a position is in. */
    SpooledLines at(long position) {
        return read(() -> memory.at(position));
    }
}
