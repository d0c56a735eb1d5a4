package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.definition.Container;
import io.tcsstamp.definition.Definition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampNanoTZVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The packets of a container as one file in Arrow's IPC file format: a row for each packet, a typed
 * column per parameter, null where the packet has no such value, written in batches of bounded
 * size. Not thread-safe.
 */
final class ArrowFile implements PacketWriter {
    /** What a batch holds at most, in values and in bytes of packets. */
    private static final int MOST_VALUES = 1 << 19;

    private static final int MOST_ROWS = 1 << 16;
    private static final int LEAST_ROWS = 64;
    private static final long MOST_BYTES = 16 << 20;
    private static final int OWN_COLUMNS = 2;

    private final List<ArrowColumn> columns = new ArrayList<>();
    private final Shapes<ColumnSlots> shapes;
    private final MapDictionaryProvider dictionaries = new MapDictionaryProvider();
    private final List<Dictionary> made = new ArrayList<>();
    private final VectorSchemaRoot root;
    private final FileChannel channel;
    private final ArrowFileWriter writer;
    private final BigIntVector index;
    private final TimeStampNanoTZVector time;
    private final ArrowCell timeCell;
    private final int mostRows;
    private int rows;
    private long bytes;
    private long lostTimes;

    /** Makes the file. */
    ArrowFile(
            Path file,
            Definition definition,
            Container container,
            List<Column> of,
            boolean raw,
            BufferAllocator allocator)
            throws IOException {
        List<Field> fields = new ArrayList<>();
        fields.add(field("packet.index", new ArrowType.Int(64, true)));
        fields.add(field("packet.time", ArrowTypes.TIME));
        for (Column column : of) {
            ArrowColumn made = new ArrowColumn(column, columns.size() + 1L, raw);
            columns.add(made);
            fields.add(made.field());
            addDictionary(made.dictionary(allocator));
        }
        Map<String, String> metadata =
                Map.of(
                        "definition", definition.name(),
                        "container", container.qualifiedName(),
                        "values", raw ? "raw" : "derived");
        root = VectorSchemaRoot.create(new Schema(fields, metadata), allocator);
        index = (BigIntVector) root.getVector(0);
        time = (TimeStampNanoTZVector) root.getVector(1);
        timeCell = ArrowCells.of(time, false, null, () -> lostTimes++);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).bind(root.getVector(i + OWN_COLUMNS), () -> lostTimes++);
        }
        shapes = new Shapes<>(name -> true, shape -> ColumnSlots.of(of, shape));
        mostRows = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, MOST_VALUES / fields.size()));
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        writer = new ArrowFileWriter(root, dictionaries, channel);
        writer.start();
    }

    private static Field field(String name, ArrowType type) {
        return new Field(name, FieldType.nullable(type), null);
    }

    private void addDictionary(Dictionary dictionary) {
        if (dictionary != null) {
            dictionaries.put(dictionary);
            made.add(dictionary);
        }
    }

    @Override
    public void write(long number, PacketValues values) throws IOException {
        Shapes.Prepared<ColumnSlots> prepared = shapes.of(values);
        index.setSafe(rows, number);
        int timeSlot = prepared.shape().timeSlot();
        if (timeSlot >= 0 && values.instant(timeSlot).isPresent()) {
            timeCell.set(rows, values, timeSlot);
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).set(rows, values, prepared.what().of(i));
        }
        rows++;
        bytes += values.bitLength() / 8;
        if (rows == mostRows || bytes > MOST_BYTES) {
            writeBatch();
        }
    }

    private void writeBatch() throws IOException {
        if (rows > 0) {
            root.setRowCount(rows);
            writer.writeBatch();
            root.getFieldVectors().forEach(FieldVector::reset);
            rows = 0;
            bytes = 0;
        }
    }

    /** Writes what there is, and gives its memory back. */
    void release() throws IOException {
        writeBatch();
        root.getFieldVectors().forEach(FieldVector::clear);
    }

    /** Does nothing: batches of a few rows would make a bad file. */
    @Override
    public void flush() {
        // see above
    }

    /** How many times were too early or too late for the format. */
    long lostTimes() {
        return lostTimes;
    }

    @Override
    public void close() throws IOException {
        try (channel;
                root;
                dictionaries) {
            writeBatch();
            writer.end();
        } finally {
            made.forEach(dictionary -> dictionary.getVector().close());
        }
    }
}
