package io.tcsstamp.output;

import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.decode.ValueText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * The packets of a container as CSV (RFC 4180, but with LF): a line of titles, then one for each
 * packet with a column per parameter, empty where the packet has no such value. The values of lists
 * have semicolons between them. The first two columns are {@code packet.index} and {@code
 * packet.time}. Not thread-safe.
 */
public final class CsvFile implements PacketWriter {
    private final TextOutput out;
    private final List<Column> columns;
    private final boolean raw;
    private final Shapes<ColumnSlots> shapes;
    private final IsoTime isoTime = new IsoTime();

    private CsvFile(OutputStream to, List<Column> columns, boolean raw) {
        this.out = new TextOutput(to);
        this.columns = columns;
        this.raw = raw;
        this.shapes = new Shapes<>(name -> true, shape -> ColumnSlots.of(columns, shape));
        TextBuffer text = out.text();
        text.appendAscii("packet.index,packet.time");
        for (Column column : columns) {
            text.append(',');
            CsvText.append(text, column.name());
        }
        text.append('\n');
    }

    /**
     * A writer of one file for each container; packets that failed go into {@code failed.jsonl}.
     *
     * @param folder to be made, or empty
     * @param selected by the name of a parameter: whether it has a column
     * @param raw true for raw values, false for derived ones
     */
    public static PacketWriter folder(
            Path folder, PacketDecoder decoder, Predicate<String> selected, boolean raw)
            throws IOException {
        return new FolderWriter(
                new OutputFolder(folder, ".csv"),
                selected,
                (container, file) ->
                        new CsvFile(
                                Files.newOutputStream(file),
                                Columns.of(decoder.definition(), container, selected),
                                raw));
    }

    @Override
    public void write(long index, PacketValues values) throws IOException {
        Shapes.Prepared<ColumnSlots> prepared = shapes.of(values);
        TextBuffer to = out.text();
        to.append(index);
        to.append(',');
        int time = prepared.shape().timeSlot();
        if (time >= 0) {
            values.instant(time).ifPresent(instant -> isoTime.append(to, instant));
        }
        for (int column = 0; column < columns.size(); column++) {
            to.append(',');
            int start = to.length();
            int[] slots = prepared.what().of(column);
            for (int i = 0; i < slots.length; i++) {
                if (i > 0) {
                    to.append(';');
                }
                if (raw) {
                    ValueText.appendRaw(values, slots[i], to);
                } else {
                    ValueText.append(values, slots[i], to);
                }
            }
            CsvText.quote(to, start);
        }
        to.append('\n');
        out.done();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
