package io.tcsstamp.camel;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The meters of one object, made together and removed together. A registry holds counters weakly;
 * what they count is held here. Not thread-safe.
 */
final class Meters<T> {
    private final MeterRegistry registry;
    private final T object;
    private final Tags tags;
    private final List<Meter> meters = new ArrayList<>();

    /**
     * Creates it without meters.
     *
     * @param object what they show
     * @param tags of all of them, as keys and values in turn
     */
    Meters(MeterRegistry registry, T object, String... tags) {
        this.registry = registry;
        this.object = object;
        this.tags = Tags.of(tags);
    }

    /** Adds something that only grows. */
    Meters<T> count(String name, String help, ToDoubleFunction<T> value) {
        meters.add(
                FunctionCounter.builder(name, object, value)
                        .tags(tags)
                        .description(help)
                        .register(registry));
        return this;
    }

    /** Adds something that goes up and down, without a unit. */
    Meters<T> gauge(String name, String help, ToDoubleFunction<T> value) {
        return gauge(name, null, help, value);
    }

    /** Adds something that goes up and down. */
    Meters<T> gauge(String name, String unit, String help, ToDoubleFunction<T> value) {
        meters.add(
                Gauge.builder(name, object, value)
                        .tags(tags)
                        .baseUnit(unit)
                        .description(help)
                        .strongReference(true)
                        .register(registry));
        return this;
    }

    /** True for the meters of this object. */
    boolean show(Object other) {
        return object == other;
    }

    /** Removes them. */
    void remove() {
        meters.forEach(registry::remove);
    }
}
