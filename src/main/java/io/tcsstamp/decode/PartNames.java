package io.tcsstamp.decode;

import io.tcsstamp.definition.Parameter;
import io.tcsstamp.definition.ParameterType;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The names of the parts of an array, made when a packet first has them, and kept up to a bound:
 * what is beyond is made anew for each packet.
 *
 * <p>Thread-safe.
 */
final class PartNames {
    private static final int MOST_INDEX = 1 << 16;
    private static final int MOST_KEPT = 1 << 18;
    private static final AtomicReferenceArray<PartNames> NONE = new AtomicReferenceArray<>(0);

    private final String path;
    private final String name;
    private final Parameter parameter;
    private final FieldFactory fields;
    private final boolean selected;
    private final AtomicInteger kept;
    private volatile AtomicReferenceArray<PartNames> children = NONE;
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
        AtomicReferenceArray<PartNames> known = children;
        PartNames child = index < known.length() ? known.get((int) index) : null;
        return child != null ? child : keep((int) index, "[" + index + "]");
    }

    /** The names below a member. */
    PartNames member(int ordinal, String name) {
        AtomicReferenceArray<PartNames> known = children;
        PartNames child = ordinal < known.length() ? known.get(ordinal) : null;
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
        AtomicReferenceArray<PartNames> known = children;
        int length = known.length();
        if (index < length && known.get(index) != null) {
            return known.get(index);
        }
        int grown = index < length ? length : Math.max(index + 1, length * 2);
        int cost = 1 + grown - length;
        if (kept.addAndGet(cost) > MOST_KEPT) {
            kept.addAndGet(-cost);
            return child(step);
        }
        if (grown > length) {
            known = new AtomicReferenceArray<>(grown);
            for (int i = 0; i < length; i++) {
                known.set(i, children.get(i));
            }
        }
        PartNames child = child(step);
        known.set(index, child);
        children = known;
        return child;
    }
}
