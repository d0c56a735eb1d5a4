package io.tcsstamp.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a derived value is made: by the first context whose criteria hold, else by the default, else
 * it is the raw value. XTCE: DefaultCalibrator, ContextCalibratorList.
 *
 * <p>Immutable and thread-safe.
 *
 * @param byDefault used where no context holds
 * @param contexts in order
 */
public record Calibration(Optional<Calibrator> byDefault, List<Context> contexts) {
    /** None: the derived value is the raw one. */
    public static final Calibration NONE = new Calibration(Optional.empty(), List.of());

    /** Creates a calibration. */
    public Calibration {
        Objects.requireNonNull(byDefault, "byDefault");
        contexts = List.copyOf(contexts);
    }

    /** True when nothing is calibrated. */
    public boolean isNone() {
        return byDefault.isEmpty() && contexts.isEmpty();
    }

    /**
     * A calibrator with its condition. XTCE: ContextCalibrator.
     *
     * @param criteria when it is the one. A reference to the parameter being calibrated itself
     *     means its raw value
     * @param calibrator what to do
     */
    public record Context(MatchCriteria criteria, Calibrator calibrator) {
        /** Creates a context. */
        public Context {
            Objects.requireNonNull(criteria, "criteria");
            Objects.requireNonNull(calibrator, "calibrator");
        }
    }
}
