package io.tcsstamp.spool;

import io.tcsstamp.spool.PendingFile.Entry;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.telemetry.SampleBatch;
import io.tcsstamp.telemetry.SampleBatchCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps on disk what the housekeeping tables hold and have not emitted yet, in the SQLite file
 * {@code housekeeping.db}, so that the end of the process does not lose it.
 *
 * <p>Where the file cannot be used everything goes on without it; that is said once, tried again
 * every ten seconds, and told by {@link #trouble()}. A damaged file is set aside, and what can be
 * read of it goes into a new one. Thread-safe.
 */
public final class PendingJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PendingJournal.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Path file;
    private final Synchronous synchronous;
    private final boolean create;
    private final Clock clock;
    private final int mostPages;
    private final List<PendingRange> emitted = new ArrayList<>();
    private SpoolLock lock;
    private PendingFile open;
    private Instant retryAt = Instant.MIN;
    private long lastSeq;
    private boolean uncommitted;
    private long restored;
    private long kept;
    private long failures;
    private boolean closed;
    private volatile String trouble = "";

    /** Takes what was pending at the end of the last run. */
    @FunctionalInterface
    public interface Restore {
        /**
         * Takes an entry; the range is to be given to {@link #emitted} when it is safe elsewhere.
         */
        void pending(PendingRange entry, SampleBatch samples);
    }

    /** An entry that was written, {@link #NONE} where that was not possible. */
    record Written(long seq, int bytes) {
        static final Written NONE = new Written(0, 0);
    }

    /**
     * Prepares a journal; nothing is opened yet.
     *
     * @param folder is made where there is none
     * @param create false where nothing will be added, so that a file is used only if there is one
     */
    public PendingJournal(Path folder, Synchronous synchronous, boolean create) {
        this(folder, synchronous, create, Clock.systemUTC(), 0);
    }

    PendingJournal(
            Path folder, Synchronous synchronous, boolean create, Clock clock, int mostPages) {
        this.file = folder.resolve("housekeeping.db");
        this.synchronous = synchronous;
        this.create = create;
        this.clock = clock;
        this.mostPages = mostPages;
    }

    /** Why pending samples are in memory only, in a line; empty while all is well. */
    public String trouble() {
        return trouble;
    }

    /** How often changes were lost; then whoever holds samples must add them all again. */
    synchronized long failures() {
        return failures;
    }

    /**
     * Adds the samples of a batch, which is not empty.
     *
     * @param more true where another call for the same read of a socket follows: then one commit is
     *     enough
     */
    synchronized Written add(String source, SampleBatch batch, boolean more) {
        if (!isReady()) {
            return Written.NONE;
        }
        byte[] samples = SampleBatchCodec.encode(batch);
        try {
            open.insert(lastSeq + 1, source, batch, samples);
            uncommitted = more;
            commit();
            return new Written(++lastSeq, samples.length);
        } catch (SQLException e) {
            failed(e);
            return Written.NONE;
        }
    }

    /** Adds a batch in the place of entries; one that is empty only removes them. */
    synchronized Written replace(PendingRange old, SampleBatch batch) {
        if (batch.isEmpty()) {
            emitted(old);
            return Written.NONE;
        }
        if (!old.isEmpty()) {
            emitted.add(old);
        }
        Written written = add(old.source(), batch, false);
        if (written == Written.NONE) {
            emitted.remove(old);
        }
        return written;
    }

    /** Removes entries whose samples are safe elsewhere, now or when the file can be used again. */
    public synchronized void emitted(PendingRange range) {
        if (range.isEmpty()) {
            return;
        }
        emitted.add(range);
        if (isReady()) {
            try {
                commit();
            } catch (SQLException e) {
                failed(e);
            }
        }
    }

    /** What comes later with the same read commits all at once. */
    private void commit() throws SQLException {
        if (!uncommitted) {
            open.commit(emitted.stream().map(range -> range.behind(kept)).toList());
            emitted.clear();
        }
    }

    /**
     * Gives out what the file holds, older first; to be called once, before anything is added.
     *
     * @param to called without the journal being held, may call {@link #emitted}
     */
    public void restore(Restore to) {
        List<Long> found = found();
        for (long seq : found) {
            Entry entry = read(seq);
            restored = seq;
            if (entry == null) {
                restored = found.get(found.size() - 1);
                keepRestored();
            } else {
                try {
                    to.pending(new PendingRange(entry.source(), seq, seq), entry.batch());
                } catch (DataFormatException e) {
                    // checked when the file was opened, so the disk is changing it
                    LOG.error("{}: entry {} cannot be read: {}", file, seq, e.getMessage());
                }
            }
        }
    }

    /** What was given out until now stays for the next start, because some of it got no further. */
    public synchronized void keepRestored() {
        kept = restored;
    }

    private synchronized List<Long> found() {
        if (!create && Files.notExists(file) || !isReady()) {
            return List.of();
        }
        try {
            return open.seqs();
        } catch (SQLException e) {
            failed(e);
            return List.of();
        }
    }

    private synchronized Entry read(long seq) {
        try {
            return isReady() ? open.read(seq) : null;
        } catch (SQLException e) {
            failed(e);
            return null;
        }
    }

    private boolean isReady() {
        if (open != null) {
            return true;
        }
        if (closed || clock.instant().isBefore(retryAt)) {
            return false;
        }
        try {
            if (lock == null) {
                lock = SpoolLock.take(file);
            }
            openFile();
        } catch (SpoolException e) {
            unusable(e);
        } catch (SQLException e) {
            failed(e);
        }
        return open != null;
    }

    private void openFile() throws SQLException, SpoolException {
        open = PendingFile.open(file, synchronous, mostPages);
        String damage = open.damage();
        if (!damage.isEmpty()) {
            startAnew(SpoolException.damaged(damage).getMessage());
        }
        ready();
    }

    private void ready() throws SQLException {
        List<Long> seqs = open.seqs();
        // numbers only ever grow, so that a range of before cannot mean an entry of now
        lastSeq = Math.max(lastSeq, seqs.isEmpty() ? 0 : seqs.get(seqs.size() - 1));
        commit();
        if (!trouble.isEmpty()) {
            LOG.info("pending samples are kept on disk again, in {}", file);
            trouble = "";
        }
    }

    private void failed(SQLException e) {
        failures++;
        uncommitted = false;
        SpoolException why = SpoolException.of(e);
        if (why.kind() != SpoolException.Kind.DAMAGED) {
            unusable(why);
            return;
        }
        try {
            startAnew(why.getMessage());
            ready();
        } catch (SQLException again) {
            unusable(SpoolException.of(again));
        } catch (SpoolException again) {
            unusable(again);
        }
    }

    /** Sets a damaged file aside and takes over what can be read of it. */
    private void startAnew(String damage) throws SQLException, SpoolException {
        closeFile();
        Path aside = SpoolRecovery.setAside(file);
        LOG.error(
                "{} cannot be used: {}. It is kept as {}; the pending samples of it that can be"
                        + " read are taken over, others are lost",
                file,
                damage,
                aside);
        open = PendingFile.open(file, synchronous, mostPages);
        LOG.info("{} batches of pending samples are taken over", PendingSalvage.copy(aside, open));
    }

    private void unusable(SpoolException why) {
        closeFile();
        retryAt = clock.instant().plus(RETRY);
        if (trouble.isEmpty()) {
            LOG.warn(
                    "{} cannot be used: {}. Samples that wait for the next emission (stamp.rate)"
                            + " are in memory only and would be lost with this program; it is"
                            + " tried again every {} s",
                    file,
                    why.getMessage(),
                    RETRY.toSeconds());
        }
        trouble = file + " cannot be used: " + why.getMessage();
    }

    private void closeFile() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            uncommitted = false;
            try {
                commit();
            } catch (SQLException e) {
                failed(e);
            }
        }
        closeFile();
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
