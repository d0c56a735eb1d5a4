package io.tcsstamp.monitor;

import java.util.Map;

/**
 * How one part of a bridge is. Immutable.
 *
 * @param id which part, such as {@code link-tcs-10.0.0.5:6666} or {@code spool-stamp}
 * @param level how well
 * @param message why it is not well; empty where it is
 * @param details figures by name
 */
public record Condition(String id, Level level, String message, Map<String, Object> details) {
    /** Keeps a copy. */
    public Condition {
        details = Map.copyOf(details);
    }

    /** How well a part is. */
    public enum Level {
        /** Well. */
        UP,
        /** It works, but somebody should look after it. */
        DEGRADED,
        /** It does not work. */
        DOWN
    }
}
