package io.tcsstamp.monitor;

import io.tcsstamp.monitor.Condition.Level;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in the log when lines begin to wait too long in a spool, once, and when all is well again.
 * What links and disks do they tell themselves. Used by one thread.
 */
public final class HealthLog {
    private static final Logger LOG = LoggerFactory.getLogger(HealthLog.class);

    private final BridgeHealth health;
    private boolean told;

    /** Creates it. */
    public HealthLog(BridgeHealth health) {
        this.health = health;
    }

    /** To be called about once a second. */
    public void check() {
        try {
            look();
        } catch (RuntimeException e) {
            // else it would be the last time
            LOG.error("the health cannot be told", e);
        }
    }

    private void look() {
        List<Condition> late =
                health.spools().stream()
                        .filter(condition -> condition.level() == Level.DEGRADED)
                        .toList();
        if (!late.isEmpty() && !told) {
            told = true;
            LOG.warn("degraded: {} ({} lines)", late.get(0).message(), lines(late));
        } else if (told && allWell()) {
            told = false;
            LOG.info("healthy again");
        }
    }

    private static Object lines(List<Condition> late) {
        return late.get(0).details().get("lines");
    }

    private boolean allWell() {
        return health.conditions().stream().allMatch(part -> part.level() == Level.UP);
    }
}
