package io.tcsstamp.output;

import io.tcsstamp.decode.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which slots the values of each column are, for all packets of a shape: of a list all, else the
 * last. Immutable and thread-safe.
 */
final class ColumnSlots {
    private static final int[] NONE = {};

    private final int[][] slots;

    private ColumnSlots(int[][] slots) {
        this.slots = slots;
    }

    /** Those of a shape. */
    static ColumnSlots of(List<Column> columns, PacketShape shape) {
        Map<String, Integer> numbers = new HashMap<>();
        List<List<Integer>> found = new ArrayList<>();
        for (Column column : columns) {
            numbers.put(column.name(), found.size());
            found.add(new ArrayList<>());
        }
        for (int slot = 0; slot < shape.slots(); slot++) {
            Field field = shape.fieldOf(slot);
            Integer number = field.selected() ? numbers.get(Column.nameOf(field.name())) : null;
            if (number != null) {
                if (!columns.get(number).list()) {
                    found.get(number).clear();
                }
                found.get(number).add(slot);
            }
        }
        int[][] slots = new int[columns.size()][];
        for (int i = 0; i < slots.length; i++) {
            List<Integer> one = found.get(i);
            slots[i] = one.isEmpty() ? NONE : one.stream().mapToInt(n -> n).toArray();
        }
        return new ColumnSlots(slots);
    }

    /** The slots of the column of that number, none where it is not in the packet. */
    int[] of(int column) {
        return slots[column];
    }
}
