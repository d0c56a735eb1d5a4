package io.tcsstamp.camel;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.tcsstamp.telemetry.LatestValue;
import io.tcsstamp.telemetry.LatestValues;
import java.util.ArrayList;
import java.util.List;

/** The latest numbers of all parameters as one gauge, made when it is asked for. Thread-safe. */
final class ParameterCollector implements Collector {
    /** The name of the gauge. */
    static final String NAME = "tcsstamp_parameter";

    private static final MetricMetadata METADATA =
            new MetricMetadata(
                    NAME,
                    "The latest value of each parameter whose text is a number, as STAMP gets it."
                            + " It is gone when none has come for metrics.stale seconds.");

    private final LatestValues values;

    ParameterCollector(LatestValues values) {
        this.values = values;
    }

    @Override
    public String getPrometheusName() {
        return NAME;
    }

    @Override
    public MetricSnapshot collect() {
        List<GaugeDataPointSnapshot> points = new ArrayList<>();
        for (LatestValue value : values.all()) {
            double number = value.number();
            if (!Double.isNaN(number)) {
                points.add(new GaugeDataPointSnapshot(number, labels(value), null));
            }
        }
        return new GaugeSnapshot(METADATA, points);
    }

    private static Labels labels(LatestValue value) {
        return Labels.of(
                "parameter", value.parameter(), "source", value.source(), "unit", value.unit());
    }
}
