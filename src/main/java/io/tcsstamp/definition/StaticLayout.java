package io.tcsstamp.definition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Where things stand as far as it is the same in every packet.
 *
 * <p>Not thread-safe.
 */
final class StaticLayout {
    private static final long UNKNOWN = -1;

    private final Definition definition;
    private final Map<String, Long> types = new HashMap<>();
    private final Map<String, Long> containers = new HashMap<>();

    StaticLayout(Definition definition) {
        this.definition = definition;
    }

    /** The bit of the packet at which each entry starts, -1 where that depends on the packet. */
    long[] offsets(Container container) {
        long[] offsets = new long[container.entries().size()];
        Arrays.fill(offsets, UNKNOWN);
        walk(container, offsets);
        return offsets;
    }

    /** The bit behind a container, -1 where that depends on the packet. */
    private long end(String name) {
        Long known = containers.get(name);
        if (known == null) {
            Container container = definition.containers().get(name);
            known = walk(container, new long[container.entries().size()]);
            containers.put(name, known);
        }
        return known;
    }

    private long walk(Container container, long[] offsets) {
        long at = container.base().map(b -> end(b.containerRef())).orElse(0L);
        for (int i = 0; i < offsets.length; i++) {
            Entry entry = container.entries().get(i);
            Entry.Placement placement = entry.placement();
            long start = placement.location().map(l -> UNKNOWN).orElse(at);
            if (placement.location().isPresent()) {
                start = located(placement.location().get(), at);
            }
            offsets[i] = start;
            boolean plain = placement.repeat().isEmpty() && placement.condition().isEmpty();
            long size = plain ? size(entry) : UNKNOWN;
            at = start < 0 || size < 0 ? UNKNOWN : sum(start, size);
        }
        return at;
    }

    private static long located(Entry.Location location, long at) {
        if (!(location.offset() instanceof IntegerValue.Fixed fixed)) {
            return UNKNOWN;
        }
        return switch (location.reference()) {
            case CONTAINER_START -> fixed.value() < 0 ? UNKNOWN : fixed.value();
            case PREVIOUS_ENTRY -> at < 0 ? UNKNOWN : sum(at, fixed.value());
            default -> UNKNOWN;
        };
    }

    private static long sum(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 || sum < 0 ? UNKNOWN : sum;
    }

    /** The size of an entry that stands there once, -1 where that depends on the packet. */
    long size(Entry entry) {
        if (entry instanceof Entry.OfContainer) {
            return end(entry.ref());
        }
        String type = definition.parameters().get(entry.ref()).typeRef();
        if (entry instanceof Entry.OfArray array) {
            ParameterType.OfArray of = (ParameterType.OfArray) definition.types().get(type);
            return product(size(of.elementTypeRef()), array.dimensions());
        }
        return size(type);
    }

    private long size(String name) {
        Long known = types.get(name);
        if (known == null) {
            known = size(definition.types().get(name));
            types.put(name, known);
        }
        return known;
    }

    private long size(ParameterType type) {
        if (type instanceof ParameterType.Scalar scalar) {
            return scalar.encoding().fixedSizeInBits().orElse(UNKNOWN);
        }
        if (type instanceof ParameterType.OfArray array) {
            return product(size(array.elementTypeRef()), array.dimensions());
        }
        long all = 0;
        for (ParameterType.Member member : ((ParameterType.OfAggregate) type).members()) {
            long size = size(member.typeRef());
            all = all < 0 || size < 0 ? UNKNOWN : sum(all, size);
        }
        return all;
    }

    private static long product(long element, Iterable<Dimension> dimensions) {
        long all = element;
        for (Dimension d : dimensions) {
            if (all < 0
                    || !(d.start() instanceof IntegerValue.Fixed start)
                    || !(d.end() instanceof IntegerValue.Fixed end)) {
                return UNKNOWN;
            }
            long count = end.value() - start.value() + 1;
            long high = Math.multiplyHigh(all, count);
            all = count < 0 || high != 0 || all * count < 0 ? UNKNOWN : all * count;
        }
        return all;
    }
}
