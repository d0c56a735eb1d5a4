package io.tcsstamp.camel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.tcsstamp.telemetry.LatestValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** All metrics as Prometheus reads them, in its text format 0.0.4. Thread-safe. */
final class MetricsText {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private volatile int length = 64 << 10;

    /** The text of a registry of meters. */
    MetricsText(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A registry that can be read as text.
     *
     * @param values of parameters, to be told too; null for none
     */
    static MeterRegistry registry(LatestValues values) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        if (values != null) {
            registry.getPrometheusRegistry().register(new ParameterCollector(values));
        }
        return registry;
    }

    /** The text as it is now. */
    Answer answer() {
        ByteArrayOutputStream text = new ByteArrayOutputStream(length + length / 8);
        try {
            registry.scrape(text, TYPE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length = text.size();
        return new Answer(HttpResponseStatus.OK, TYPE, text.toByteArray());
    }
}
