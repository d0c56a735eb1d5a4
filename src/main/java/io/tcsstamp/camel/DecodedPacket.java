package io.tcsstamp.camel;

import io.tcsstamp.telemetry.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One packet and its values, as objects: what a route gets that splits the body which the data
 * format {@code packet} makes. Immutable and thread-safe.
 *
 * @param container the name of the container that the packet is
 * @param time of the packet, UTC, as the option {@code time} says it
 * @param values the derived values by the name of the parameter, in the order of the packet, those
 *     only that were asked for: Long, BigInteger, Double, Boolean, String, or byte[]. Of a
 *     parameter that stands in the packet twice, the last
 * @param raw the raw values by the same names
 * @param samples the values as samples, named by the option {@code namePattern}
 */
public record DecodedPacket(
        String container,
        Instant time,
        Map<String, Object> values,
        Map<String, Object> raw,
        List<Sample> samples) {

    /** Takes over maps that nobody changes any more. */
    public DecodedPacket {
        values = java.util.Collections.unmodifiableMap(values);
        raw = java.util.Collections.unmodifiableMap(raw);
        samples = List.copyOf(samples);
    }

    /** The value of a parameter, null where there is none. */
    public Object value(String parameter) {
        return values.get(parameter);
    }

    /** One line: time, container, values. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(time).append(' ').append(container);
        samples.forEach(s -> text.append(' ').append(s.name()).append('=').append(s.text()));
        return text.toString();
    }
}
