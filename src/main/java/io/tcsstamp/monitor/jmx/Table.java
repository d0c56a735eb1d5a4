package io.tcsstamp.monitor.jmx;

import java.util.List;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/**
 * Makes tables of texts and numbers, whose first column tells the rows apart. Immutable and
 * thread-safe.
 */
final class Table {
    private final String[] columns;
    private final TabularType type;

    /**
     * Creates a table.
     *
     * @param columns their names, each followed by {@code :} and its description; a name that ends
     *     in {@code #} is a column of numbers
     */
    Table(String name, String... columns) {
        this.columns = new String[columns.length];
        String[] descriptions = new String[columns.length];
        OpenType<?>[] types = new OpenType<?>[columns.length];
        for (int i = 0; i < columns.length; i++) {
            String[] parts = columns[i].split(":", 2);
            boolean number = parts[0].endsWith("#");
            this.columns[i] = number ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
            descriptions[i] = parts[1].strip();
            types[i] = number ? SimpleType.LONG : SimpleType.STRING;
        }
        try {
            CompositeType row = new CompositeType(name, "A row", this.columns, descriptions, types);
            type = new TabularType(name, "A table", row, new String[] {this.columns[0]});
        } catch (OpenDataException e) {
            throw new IllegalArgumentException(e);
        }
    }

    TabularType type() {
        return type;
    }

    /** The rows, each with a value per column; of two with the same first one only one is kept. */
    TabularData of(List<Object[]> rows) {
        TabularDataSupport table = new TabularDataSupport(type);
        try {
            for (Object[] row : rows) {
                CompositeDataSupport data =
                        new CompositeDataSupport(type.getRowType(), columns, row);
                table.put(data);
            }
        } catch (OpenDataException e) {
            throw new IllegalStateException(e);
        }
        return table;
    }
}
