package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Container;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a writer has prepared for packets, by their container and shape. Of each container the last
 * few are remembered, so that the memory is bounded however much packets differ. Not thread-safe.
 *
 * @param <T> what is prepared
 */
final class Shapes<T> {
    private static final int REMEMBERED = 8;

    /** A shape and what was prepared for it. */
    record Prepared<T>(PacketShape shape, T what) {}

    private final Predicate<String> selected;
    private final Function<PacketShape, T> prepare;
    private final Map<Container, Prepared<T>[]> byContainer = new IdentityHashMap<>();
    private Container last;
    private Prepared<T>[] ofLast;

    /**
     * Remembers nothing yet.
     *
     * @param selected by the name of a parameter: whether its values are written
     * @param prepare makes what is prepared for a shape
     */
    Shapes(Predicate<String> selected, Function<PacketShape, T> prepare) {
        this.selected = selected;
        this.prepare = prepare;
    }

    /** What is prepared for such a packet. */
    Prepared<T> of(PacketValues values) {
        Container container = values.container();
        if (container != last) {
            ofLast = byContainer.computeIfAbsent(container, c -> none());
            last = container;
        }
        Prepared<T>[] known = ofLast;
        if (known[0] != null && known[0].shape.fits(values)) {
            return known[0];
        }
        return search(known, values);
    }

    /** The one that fits comes to the front; without one the last makes room. */
    private Prepared<T> search(Prepared<T>[] known, PacketValues values) {
        int at = 1;
        while (at < REMEMBERED - 1 && known[at] != null && !known[at].shape.fits(values)) {
            at++;
        }
        Prepared<T> found = known[at];
        if (found == null || !found.shape.fits(values)) {
            PacketShape shape = PacketShape.of(values, selected);
            found = new Prepared<>(shape, prepare.apply(shape));
        }
        System.arraycopy(known, 0, known, 1, at);
        known[0] = found;
        return found;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> Prepared<T>[] none() {
        return new Prepared[REMEMBERED];
    }
}
