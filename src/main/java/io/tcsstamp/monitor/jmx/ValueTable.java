package io.tcsstamp.monitor.jmx;

import io.tcsstamp.telemetry.LatestValue;
import java.util.Comparator;
import java.util.List;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularType;

/** The latest values of a source as a table of bounded size. Stateless. */
final class ValueTable {
    /** So many values are shown, the first by name. */
    static final int MOST = 1000;

    private static final Table VALUES =
            new Table(
                    "LatestValues",
                    "Parameter: its name, as STAMP gets it",
                    "Value: as STAMP gets it",
                    "Unit: where it is known; empty where it is not",
                    "Time: when the instrument says it was taken, UTC",
                    "AgeSeconds#: how long ago it came");

    private ValueTable() {}

    static TabularType type() {
        return VALUES.type();
    }

    static TabularData of(List<LatestValue> values) {
        return VALUES.of(
                values.stream()
                        .sorted(Comparator.comparing(LatestValue::parameter))
                        .limit(MOST)
                        .map(ValueTable::row)
                        .toList());
    }

    private static Object[] row(LatestValue value) {
        return new Object[] {
            value.parameter(),
            value.text(),
            value.unit(),
            value.time().toString(),
            value.age().toSeconds()
        };
    }
}
