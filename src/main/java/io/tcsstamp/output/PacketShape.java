package io.tcsstamp.output;

import io.tcsstamp.decode.Field;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.ParameterType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which fields a packet has and which of its slots are written: those that were asked for; of a
 * parameter that is there more than once the last value, at the place of the first. Worked out once
 * for all packets with the same fields.
 *
 * <p>Immutable and thread-safe.
 */
final class PacketShape {
    private static final int NONE = -1;

    private final Field[] fields;
    private final Field[] written;
    private final int[] slots;
    private final int timeSlot;

    private PacketShape(Field[] fields, List<Field> written, int[] slots, int timeSlot) {
        this.fields = fields;
        this.written = written.toArray(Field[]::new);
        this.slots = slots;
        this.timeSlot = timeSlot;
    }

    /**
     * The shape of a packet.
     *
     * @param selected by the name of a parameter: whether its values are written
     */
    static PacketShape of(PacketValues values, Predicate<String> selected) {
        Field[] fields = new Field[values.size()];
        Map<String, Integer> bySlot = new LinkedHashMap<>();
        for (int slot = 0; slot < fields.length; slot++) {
            Field field = values.field(slot);
            fields[slot] = field;
            if (field.selected() && selected.test(field.parameter().name())) {
                bySlot.put(field.name(), slot);
            }
        }
        List<Field> written = new ArrayList<>();
        int[] slots = bySlot.values().stream().mapToInt(Integer::intValue).toArray();
        for (int slot : slots) {
            written.add(fields[slot]);
        }
        return new PacketShape(fields, written, slots, timeSlot(values));
    }

    /** The slot of a packet's own time, the first absolute time in it; below 0: none. */
    static int timeSlot(PacketValues values) {
        for (int slot = 0; slot < values.size(); slot++) {
            if (isInstant(values.field(slot))) {
                return slot;
            }
        }
        return NONE;
    }

    /** True for an absolute time. */
    static boolean isInstant(Field field) {
        return field.type() instanceof ParameterType.OfTime time && time.absolute();
    }

    /** Whether a packet has these fields and no others. */
    boolean fits(PacketValues values) {
        Field[] mine = fields;
        if (values.size() != mine.length) {
            return false;
        }
        for (int slot = 0; slot < mine.length; slot++) {
            if (values.field(slot) != mine[slot]) {
                return false;
            }
        }
        return true;
    }

    /** How many slots there are in all. */
    int slots() {
        return fields.length;
    }

    /** The field of a slot. */
    Field fieldOf(int slot) {
        return fields[slot];
    }

    /** How many values are written. */
    int size() {
        return slots.length;
    }

    /** The slot of the n-th value to be written. */
    int slot(int n) {
        return slots[n];
    }

    /** The field of the n-th value to be written. */
    Field field(int n) {
        return written[n];
    }

    /** The slot of the packet's own time, the first absolute time in it; below 0: none. */
    int timeSlot() {
        return timeSlot;
    }
}
