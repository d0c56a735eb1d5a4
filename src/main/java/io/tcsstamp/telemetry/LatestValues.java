package io.tcsstamp.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The latest value of every parameter of every source, for those who look at a bridge while it
 * runs. The latest is what came last, whatever its time says. Bounded in the number of parameters
 * and in what each may take. Thread-safe.
 */
public final class LatestValues {
    /** Longer names are left out: they are nothing to read, and fill the memory. */
    static final int MOST_NAME_BYTES = 256;

    private final int most;
    private final long staleNanos;
    private final Runnable onFull;
    private final LongSupplier nanoTime;
    private final Map<String, SourceValues> sources = new ConcurrentHashMap<>();
    private final AtomicInteger series = new AtomicInteger();
    private final AtomicBoolean full = new AtomicBoolean();
    private final LongAdder beyond = new LongAdder();
    private final LongAdder longNames = new LongAdder();

    /**
     * Creates one that has no values yet.
     *
     * @param most how many parameters it keeps, of all sources together; 0 for none
     * @param stale how long after it came a value is forgotten; zero for never
     * @param onFull told once, when a parameter is left out because there are too many
     */
    public LatestValues(int most, Duration stale, Runnable onFull) {
        this(most, stale, onFull, System::nanoTime);
    }

    /** With another clock, for tests. */
    LatestValues(int most, Duration stale, Runnable onFull, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.most = most;
        this.staleNanos = stale.isZero() ? Long.MAX_VALUE : stale.toNanos();
        this.onFull = onFull;
    }

    /** Where the values of a source go, made when first asked for. */
    public SourceValues source(String id) {
        return sources.computeIfAbsent(id, key -> new SourceValues(key, this));
    }

    /** The ids of the sources that values came from, in order. */
    public Set<String> sources() {
        return new TreeSet<>(sources.keySet());
    }

    /** The values of a source that are not stale, in no order; none of a source that is unknown. */
    public List<LatestValue> of(String source) {
        SourceValues values = sources.get(source);
        return values == null ? List.of() : values.values();
    }

    /** The values of all sources that are not stale. */
    public List<LatestValue> all() {
        List<LatestValue> all = new ArrayList<>();
        sources().forEach(source -> all.addAll(of(source)));
        return all;
    }

    /** Forgets what is stale, so that there is room for others; to be called now and then. */
    public void forgetStale() {
        sources.values().forEach(SourceValues::forgetStale);
    }

    /** How many parameters it holds now. */
    public int size() {
        return series.get();
    }

    /** How many it can hold. */
    public int capacity() {
        return most;
    }

    /**
     * How often a value was left out because it held as many parameters as it can; at least once
     * for each name and batch.
     */
    public long beyondCapacity() {
        return beyond.sum();
    }

    /**
     * How often a value was left out because the name is longer than 256 bytes in UTF-8; at least
     * once for each name and batch.
     */
    public long withLongName() {
        return longNames.sum();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    long staleNanos() {
        return staleNanos;
    }

    /** Takes a place for a parameter; false where there is none for it. */
    boolean take(Parameter parameter) {
        if (parameter.utf8Length() > MOST_NAME_BYTES) {
            longNames.increment();
            return false;
        }
        if (series.incrementAndGet() <= most) {
            return true;
        }
        series.decrementAndGet();
        beyond.increment();
        if (most > 0 && full.compareAndSet(false, true)) {
            onFull.run();
        }
        return false;
    }

    /** Gives back places. */
    void give(int places) {
        series.addAndGet(-places);
    }
}
