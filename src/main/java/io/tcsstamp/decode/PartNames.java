package io.tcsstamp.decode;

import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The names of the parts of an array, made when a packet first has them, and kept up to a bound:
 * what is beyond is made anew for each packet.
 *
 * <p>Thread-safe.
 */
final class PartNames {
    private static final int MOST_INDEX = 1 << 16;
    private static final int MOST_KEPT = 1 << 18;
    private static final PartNames[] NONE = {};

    private final String path;
    private final String name;
    private final Parameter parameter;
    private final FieldFactory fields;
    private final boolean selected;
    private final AtomicInteger kept;
    private volatile PartNames[] children = NONE;
    private volatile Field field;

    /** The root of a parameter's names. */
    PartNames(Parameter parameter, String path, FieldFactory fields) {
        this(parameter, path, fields, fields.isSelected(parameter), new AtomicInteger());
    }

    private PartNames(
            Parameter parameter,
            String path,
            FieldFactory fields,
            boolean selected,
            AtomicInteger kept) {
        this.parameter = parameter;
        this.path = path;
        this.name = parameter.name() + path;
        this.fields = fields;
        this.selected = selected;
        this.kept = kept;
    }

    String name() {
        return name;
    }

    /** The names below an element. */
    PartNames element(long index) {
        if (index < 0 || index >= MOST_INDEX) {
            return child("[" + index + "]");
        }
        PartNames[] known = children;
        PartNames child = index < known.length ? known[(int) index] : null;
        return child != null ? child : keep((int) index, "[" + index + "]");
    }

    /** The names below a member. */
    PartNames member(int ordinal, String name) {
        PartNames[] known = children;
        PartNames child = ordinal < known.length ? known[ordinal] : null;
        return child != null ? child : keep(ordinal, "." + name);
    }

    /** The field of the part itself. */
    Field field(ParameterType.Scalar type) {
        Field known = field;
        if (known == null) {
            synchronized (this) {
                if (field == null) {
                    field = fields.create(parameter, path, type, selected);
                }
                known = field;
            }
        }
        return known;
    }

    private PartNames child(String step) {
        return new PartNames(parameter, path + step, fields, selected, kept);
    }

    private synchronized PartNames keep(int index, String step) {
        PartNames[] known = children;
        if (index < known.length && known[index] != null) {
            return known[index];
        }
        int grown = Math.max(index + 1, Math.min(MOST_INDEX, known.length * 2));
        int cost = 1 + (index < known.length ? 0 : grown - known.length);
        if (kept.addAndGet(cost) > MOST_KEPT) {
            kept.addAndGet(-cost);
            return child(step);
        }
        PartNames[] next = Arrays.copyOf(known, index < known.length ? known.length : grown);
        next[index] = child(step);
        children = next;
        return next[index];
    }
}
