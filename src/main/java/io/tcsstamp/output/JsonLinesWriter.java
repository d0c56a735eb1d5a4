package io.tcsstamp.output;

import io.tcsstamp.decode.DecodeReport;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.decode.TextBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One JSON object per packet and line, in UTF-8:
 *
 * <pre>{@code
 * {"packet":NAME|null,"index":N,"time":"..."|null,
 *  "values":{NAME:{"raw":..,"value":..[,"limits":"normal"|...]}},
 *  "error":null|{"cause":..,"container":..,"parameter":..,"bit":N,"message":..,"hex":..}
 *  [,"warning":{"cause":"over-long",..,"bits":N}]}
 * }</pre>
 *
 * <p>Integers of any size are exact; floats have the fewest digits that give them back; bytes are
 * strings {@code hex:..}; {@code float:nan}, {@code float:inf} and {@code float:-inf} are strings
 * too. {@code limits} is there where the type has alarms. The packet is null where no container, or
 * more than one, fits. The time is the packet's own, UTC. Not thread-safe.
 */
public final class JsonLinesWriter implements PacketWriter {
    private final TextOutput out;
    private final Shapes<JsonField[]> shapes;
    private final IsoTime isoTime = new IsoTime();

    /**
     * Writes to a stream.
     *
     * @param to closed with the writer
     * @param selected by the name of a parameter: whether its values are written
     */
    public JsonLinesWriter(OutputStream to, Predicate<String> selected) {
        out = new TextOutput(to);
        shapes = new Shapes<>(selected, JsonField::all);
    }

    @Override
    public void write(long index, PacketValues values) throws IOException {
        Shapes.Prepared<JsonField[]> prepared = shapes.of(values);
        PacketShape shape = prepared.shape();
        JsonField[] fields = prepared.what();
        DecodeReport report =
                values.failed() || values.overlong() ? values.report().orElse(null) : null;
        TextBuffer to = out.text();
        to.appendAscii("{\"packet\":");
        if (report != null && Reports.isUnidentified(report)) {
            to.appendAscii("null");
        } else {
            JsonText.append(to, values.container().name());
        }
        to.appendAscii(",\"index\":");
        to.append(index);
        to.appendAscii(",\"time\":");
        time(to, values, shape.timeSlot());
        to.appendAscii(",\"values\":{");
        for (int n = 0; n < fields.length; n++) {
            fields[n].append(to, values, shape.slot(n));
        }
        to.append('}');
        report(to, values, report);
        to.append('}');
        to.append('\n');
        out.done();
    }

    private void time(TextBuffer to, PacketValues values, int slot) {
        Optional<Instant> time = slot < 0 ? Optional.empty() : values.instant(slot);
        if (time.isEmpty()) {
            to.appendAscii("null");
            return;
        }
        to.append('"');
        isoTime.append(to, time.get());
        to.append('"');
    }

    private static void report(TextBuffer to, PacketValues values, DecodeReport report) {
        to.appendAscii(",\"error\":");
        if (report == null) {
            to.appendAscii("null");
        } else if (report.isWarning()) {
            to.appendAscii("null,\"warning\":");
            object(to, report);
            to.appendAscii(",\"bits\":");
            to.append(values.bitLength() - values.bitsDecoded());
            to.append('}');
        } else {
            object(to, report);
            to.appendAscii(",\"hex\":\"");
            byte[] packet = report.packet();
            to.appendHex(packet, 0, packet.length);
            to.appendAscii("\"}");
        }
    }

    /** All but the end of what a report says. */
    private static void object(TextBuffer to, DecodeReport report) {
        to.appendAscii("{\"cause\":");
        JsonText.append(to, report.cause().toString());
        to.appendAscii(",\"container\":");
        JsonText.append(to, report.container());
        if (!report.field().isEmpty()) {
            to.appendAscii(",\"parameter\":");
            JsonText.append(to, report.field());
        }
        to.appendAscii(",\"bit\":");
        to.append(report.bitPosition());
        to.appendAscii(",\"message\":");
        JsonText.append(to, report.message());
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
