package io.tcsstamp.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An integer that is fixed or depends on the packet. XTCE: IntegerValueType.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface IntegerValue {
    /**
     * A constant. XTCE: FixedValue.
     *
     * @param value any
     */
    record Fixed(long value) implements IntegerValue {}

    /**
     * Depends on a parameter: {@code slope * value + intercept}, cut to an integer towards zero.
     * XTCE: DynamicValue with LinearAdjustment.
     *
     * @param ref the parameter
     * @param slope 1 where the file has no adjustment
     * @param intercept 0 where the file has no adjustment
     */
    record Dynamic(ParameterRef ref, double slope, double intercept) implements IntegerValue {
        /** Creates a value. */
        public Dynamic {
            Objects.requireNonNull(ref, "ref");
        }
    }

    /**
     * The value of the first row whose criteria hold; none is an error of the packet, unless there
     * is a default. XTCE: DiscreteLookupList.
     *
     * @param rows in order
     * @param defaultValue used where no row holds
     */
    record Lookup(List<Row> rows, Optional<Long> defaultValue) implements IntegerValue {
        /** Creates a value. */
        public Lookup {
            rows = List.copyOf(rows);
            Objects.requireNonNull(defaultValue, "defaultValue");
        }
    }

    /**
     * A row of a {@link Lookup}. XTCE: DiscreteLookup.
     *
     * @param value the integer
     * @param criteria when it is the one
     */
    record Row(long value, MatchCriteria criteria) {
        /** Creates a row. */
        public Row {
            Objects.requireNonNull(criteria, "criteria");
        }
    }
}
