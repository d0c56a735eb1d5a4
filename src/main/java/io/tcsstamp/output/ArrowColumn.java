package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.ParameterType;
import io.tcsstamp.definition.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/**
 * A column of an Arrow file: its field, its dictionary of labels, and what fills it. Not
 * thread-safe.
 */
final class ArrowColumn {
    private static final String ELEMENT = "item";

    private final Column column;
    private final boolean raw;
    private final List<String> labels = new ArrayList<>();
    private final int[] placeOfLabel;
    private final DictionaryEncoding encoding;
    private ArrowCell cell;
    private ListVector list;
    private FieldVector vector;

    /**
     * Creates a column.
     *
     * @param id of its dictionary, different from those of others in the file
     * @param raw true for raw values, false for derived ones
     */
    ArrowColumn(Column column, long id, boolean raw) {
        this.column = column;
        this.raw = raw;
        if (!raw && column.type() instanceof ParameterType.OfEnumeration type) {
            placeOfLabel = places(type);
            encoding = new DictionaryEncoding(id, false, indexType());
        } else {
            placeOfLabel = null;
            encoding = null;
        }
    }

    /** Labels may be there more than once, in the dictionary they are only once. */
    private int[] places(ParameterType.OfEnumeration type) {
        Map<String, Integer> places = new LinkedHashMap<>();
        int[] result = new int[type.labels().size()];
        for (int i = 0; i < result.length; i++) {
            String label = type.labels().get(i).label();
            result[i] = places.computeIfAbsent(label, l -> places.size());
        }
        labels.addAll(places.keySet());
        return result;
    }

    private ArrowType.Int indexType() {
        int bits = labels.size() <= Byte.MAX_VALUE ? 8 : labels.size() <= Short.MAX_VALUE ? 16 : 32;
        return new ArrowType.Int(bits, true);
    }

    /** The field of the schema. */
    Field field() {
        ArrowType type =
                raw ? ArrowTypes.ofRaw(column.type()) : ArrowTypes.ofDerived(column.type());
        if (encoding != null) {
            type = encoding.getIndexType();
        }
        FieldType values = new FieldType(true, type, encoding, column.list() ? null : metadata());
        if (!column.list()) {
            return new Field(column.name(), values, null);
        }
        return new Field(
                column.name(),
                new FieldType(true, ArrowType.List.INSTANCE, null, metadata()),
                List.of(new Field(ELEMENT, values, null)));
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("parameter", column.parameter().qualifiedName());
        List<Unit> units = column.type().common().units();
        String unit =
                units.stream()
                        .map(Unit::text)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" "));
        put(metadata, "unit", raw ? "" : unit);
        String brief = column.parameter().description().brief();
        put(metadata, "description", brief.isEmpty() ? typeBrief() : brief);
        put(metadata, "longDescription", column.parameter().description().text());
        return metadata;
    }

    private String typeBrief() {
        return column.type().common().description().brief();
    }

    private static void put(Map<String, String> metadata, String key, String value) {
        if (!value.isBlank()) {
            metadata.put(key, value);
        }
    }

    /** Makes its dictionary; null without labels. */
    Dictionary dictionary(BufferAllocator allocator) {
        if (encoding == null) {
            return null;
        }
        VarCharVector words = new VarCharVector(column.name(), allocator);
        words.allocateNew();
        for (int i = 0; i < labels.size(); i++) {
            words.setSafe(i, labels.get(i).getBytes(StandardCharsets.UTF_8));
        }
        words.setValueCount(labels.size());
        return new Dictionary(words, encoding);
    }

    /** Takes the vector that it fills from now on. */
    void bind(FieldVector newVector, Runnable lost) {
        vector = newVector;
        list = column.list() ? (ListVector) newVector : null;
        FieldVector cells = list == null ? newVector : list.getDataVector();
        cell = ArrowCells.of(cells, raw, placeOfLabel, lost);
    }

    /** Puts the values of a packet into a row; without one it stays null. */
    void set(int row, PacketValues values, int[] slots) {
        if (list == null) {
            if (slots.length > 0) {
                cell.set(row, values, slots[0]);
            }
        } else if (slots.length > 0) {
            int place = list.startNewValue(row);
            for (int i = 0; i < slots.length; i++) {
                cell.set(place + i, values, slots[i]);
            }
            list.endValue(row, slots.length);
        }
    }

    /** The vector that it fills. */
    FieldVector vector() {
        return vector;
    }
}
