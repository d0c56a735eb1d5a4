package io.tcsstamp.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When a value is reason for concern: the first context whose criteria hold decides, else the
 * default. XTCE: DefaultAlarm, ContextAlarmList.
 *
 * <p>Immutable and thread-safe.
 *
 * @param byDefault used where no context holds
 * @param contexts in order
 */
public record Alarms(Optional<Alarm> byDefault, List<Context> contexts) {
    /** None. */
    public static final Alarms NONE = new Alarms(Optional.empty(), List.of());

    /** Creates alarms. */
    public Alarms {
        Objects.requireNonNull(byDefault, "byDefault");
        contexts = List.copyOf(contexts);
    }

    /** True without any. */
    public boolean isNone() {
        return byDefault.isEmpty() && contexts.isEmpty();
    }

    /**
     * An alarm with its condition.
     *
     * @param criteria when it is the one
     * @param alarm what it says
     */
    public record Context(MatchCriteria criteria, Alarm alarm) {
        /** Creates a context. */
        public Context {
            Objects.requireNonNull(criteria, "criteria");
            Objects.requireNonNull(alarm, "alarm");
        }
    }

    /**
     * The levels of a value; the most severe one that holds is the one.
     *
     * @param ranges of numbers. XTCE: StaticAlarmRanges
     * @param labels of enumerations. XTCE: EnumerationAlarm
     * @param defaultLevel of a value that nothing else speaks of
     * @param minViolations how many samples in a row it takes, 1 at least
     */
    public record Alarm(
            List<OfRange> ranges, List<OfLabel> labels, Level defaultLevel, int minViolations) {
        /** Creates an alarm. */
        public Alarm {
            ranges = List.copyOf(ranges);
            labels = List.copyOf(labels);
            Objects.requireNonNull(defaultLevel, "defaultLevel");
        }
    }

    /**
     * A level by a range.
     *
     * @param level when it holds
     * @param range of the derived value
     * @param inside true: it holds inside of the range; false: outside
     */
    public record OfRange(Level level, Range range, boolean inside) {
        /** Creates a level. */
        public OfRange {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(range, "range");
        }
    }

    /**
     * A level by a label.
     *
     * @param level when it holds
     * @param label the derived value
     */
    public record OfLabel(Level level, String label) {
        /** Creates a level. */
        public OfLabel {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(label, "label");
        }
    }

    /** How bad it is; least first. XTCE: ConcernLevelsType. */
    public enum Level {
        /** Not at all. */
        NORMAL,
        /** Worth a look. */
        WATCH,
        /** Something is not as it should be. */
        WARNING,
        /** In need of action. */
        DISTRESS,
        /** In urgent need of action. */
        CRITICAL,
        /** The worst. */
        SEVERE
    }
}
