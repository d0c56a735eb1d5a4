package io.tcsstamp.spool;

import io.tcsstamp.spool.SpoolException.Kind;
import io.tcsstamp.spool.SpoolRecovery.Salvage;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk below a spool. What fails here is told to the operator once, tried again every second,
 * and never thrown at whoever has lines to deliver. Not thread-safe.
 */
final class SpoolStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolStore.class);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long MOST_DAYS = 36_500;

    /** A disk that fails now and then is told once in so long. */
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String name;
    private final SpoolOptions options;
    private SpoolLock lock;
    private SpoolFile file;
    private SpoolMark found;
    private long missing;
    private boolean changed;
    private long retryAt = System.nanoTime();
    private long quietUntil = System.nanoTime();
    private long shrinkAt = System.nanoTime();
    private boolean told;
    private volatile String trouble = "";

    SpoolStore(String name, SpoolOptions options) {
        this.name = name;
        this.options = options;
    }

    /** Why nothing is stored; empty while all is well. */
    String trouble() {
        return trouble;
    }

    /** True where it can be read. */
    boolean isOpen() {
        return file != null;
    }

    /** True where it can be read and written, as far as is known. */
    boolean isWell() {
        return file != null && trouble.isEmpty();
    }

    /** True where there is a chance that it can be written. */
    boolean isWritable() {
        return file != null && (trouble.isEmpty() || System.nanoTime() - retryAt >= 0);
    }

    /** What failed may be tried again at once. */
    void retryNow() {
        retryAt = System.nanoTime();
    }

    /** For tests: the file that is open. */
    SpoolFile file() {
        return file;
    }

    /** Opens the file where it is not open, at most once a second. */
    void open() {
        if (file != null || System.nanoTime() - retryAt < 0) {
            return;
        }
        try {
            if (lock == null) {
                lock = SpoolLock.take(options.file());
            }
            SpoolRecovery.finish(options.file());
            file = SpoolFile.open(options.file(), options.synchronous());
            found = file.mark();
            changed = true;
        } catch (SpoolException e) {
            failed(e);
        }
    }

    /** True once after the file was opened, or replaced because it was damaged. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** What was found is to be looked at again. */
    void setChanged() {
        changed = file != null;
    }

    /** Where the spool stood in the file when it was opened or replaced. */
    SpoolMark found() {
        return found;
    }

    /** How many lines are known to be missing since it was replaced. */
    long missing() {
        return Math.max(0, missing);
    }

    /** Stores batches and a mark; false where that was not possible. */
    boolean write(Iterable<SpooledLines> batches, SpoolMark mark) {
        if (!isWritable()) {
            return false;
        }
        try {
            file.write(batches, mark);
            well();
            return true;
        } catch (SpoolException e) {
            failed(e);
            return false;
        }
    }

    /** The batch at a position or the next one; null where there is none, or it cannot be read. */
    SpooledLines read(long position) {
        try {
            return file == null ? null : file.read(position);
        } catch (SpoolException e) {
            failed(e);
            return null;
        }
    }

    /** What there is between two positions; null where that cannot be read. */
    Amount amount(long from, long to) {
        try {
            return file == null ? null : file.amount(from, to);
        } catch (SpoolException e) {
            failed(e);
            return null;
        }
    }

    /** Does without the file until the next start. */
    void giveUp(String reason) {
        file.close();
        file = null;
        retryAt = System.nanoTime() + TimeUnit.DAYS.toNanos(MOST_DAYS);
        tell(reason);
    }

    /** Gives room back to the disk where so many bytes are free, and most of the file is. */
    void shrink(long least) {
        if (!isWell() || System.nanoTime() - shrinkAt < 0) {
            return;
        }
        try {
            file.shrink(least);
        } catch (SpoolException e) {
            // nothing is wrong but the size
            LOG.debug("{}: cannot be made smaller", options.file(), e);
            shrinkAt = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        }
    }

    private void well() {
        if (!trouble.isEmpty()) {
            trouble = "";
            if (told) {
                told = false;
                LOG.info("{}: lines are kept on disk again, in {}", name, options.file());
            }
        }
    }

    private void failed(SpoolException e) {
        retryAt = System.nanoTime() + RETRY_NANOS;
        if (e.kind() != Kind.FULL && e.kind() != Kind.BUSY && file != null) {
            file.close();
            file = null;
        }
        // a file that may be written and says it may not has a damaged header
        if (e.kind() == Kind.DAMAGED
                || e.kind() == Kind.READ_ONLY && Files.isWritable(options.file())) {
            salvage(e);
        } else {
            tell(e.getMessage());
        }
    }

    private void salvage(SpoolException why) {
        try {
            Salvage salvage = SpoolRecovery.salvage(options.file(), options.synchronous());
            file = salvage.file();
            found = salvage.mark();
            missing = salvage.missing();
            changed = true;
            LOG.error(
                    "{}: {} could not be used: {}. It is set aside as {}; {} lines of it were taken"
                            + " over, {}",
                    name,
                    options.file(),
                    why.getMessage(),
                    salvage.aside(),
                    found.held().lines(),
                    missing < 0 ? "how many are missing is not known" : missing + " are missing");
        } catch (SpoolException e) {
            // it may have copied much, and will again
            retryAt = System.nanoTime() + QUIET_NANOS;
            tell(e.getMessage());
        }
    }

    private void tell(String reason) {
        if (trouble.isEmpty() && System.nanoTime() - quietUntil >= 0) {
            quietUntil = System.nanoTime() + QUIET_NANOS;
            told = true;
            LOG.error(
                    "{}: new lines are kept in memory only, and would be lost with this program,"
                            + " because {} cannot be used: {}. It is tried again every second",
                    name,
                    options.file(),
                    reason);
        }
        trouble = options.file() + " cannot be used: " + reason;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
            file = null;
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
