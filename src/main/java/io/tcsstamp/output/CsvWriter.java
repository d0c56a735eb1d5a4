package io.tcsstamp.output;

import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.decode.ValueText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A line per value in CSV (RFC 4180, but with LF), behind a line of titles: {@code
 * index,time,packet,name,raw,value}. Of a packet that failed the values that were decoded before
 * are there; the packet is empty where it is unknown which container it is of. Not thread-safe.
 */
public final class CsvWriter implements PacketWriter {
    private final TextOutput out;
    private final Shapes<byte[][]> shapes;
    private final IsoTime isoTime = new IsoTime();
    private final TextBuffer start = new TextBuffer();

    /**
     * Writes to a stream.
     *
     * @param to closed with the writer
     * @param selected by the name of a parameter: whether its values are written
     */
    public CsvWriter(OutputStream to, Predicate<String> selected) {
        out = new TextOutput(to);
        shapes = new Shapes<>(selected, CsvWriter::names);
        out.text().appendAscii("index,time,packet,name,raw,value\n");
    }

    private static byte[][] names(PacketShape shape) {
        byte[][] names = new byte[shape.size()][];
        TextBuffer text = new TextBuffer();
        for (int n = 0; n < names.length; n++) {
            text.clear();
            CsvText.append(text, shape.field(n).name());
            text.append(',');
            names[n] = Arrays.copyOf(text.bytes(), text.length());
        }
        return names;
    }

    @Override
    public void write(long index, PacketValues values) throws IOException {
        Shapes.Prepared<byte[][]> prepared = shapes.of(values);
        PacketShape shape = prepared.shape();
        startOfLines(index, values, shape);
        TextBuffer to = out.text();
        for (int n = 0; n < shape.size(); n++) {
            int slot = shape.slot(n);
            to.append(start.bytes(), 0, start.length());
            to.append(prepared.what()[n]);
            ValueText.appendRaw(values, slot, to);
            to.append(',');
            int cell = to.length();
            ValueText.append(values, slot, to);
            CsvText.quote(to, cell);
            to.append('\n');
        }
        out.done();
    }

    private void startOfLines(long index, PacketValues values, PacketShape shape) {
        start.clear();
        start.append(index);
        start.append(',');
        Optional<Instant> time =
                shape.timeSlot() < 0 ? Optional.empty() : values.instant(shape.timeSlot());
        time.ifPresent(instant -> isoTime.append(start, instant));
        start.append(',');
        Optional<DecodeReport> report = values.failed() ? values.report() : Optional.empty();
        if (report.filter(Reports::isUnidentified).isEmpty()) {
            CsvText.append(start, values.container().name());
        }
        start.append(',');
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
