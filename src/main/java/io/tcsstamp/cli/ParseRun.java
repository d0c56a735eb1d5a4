package io.tcsstamp.cli;

import io.tcsstamp.decode.PacketDecoder;
import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.output.PacketWriter;
import io.tcsstamp.packet.FramingException;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.packet.Packets;
import java.io.IOException;
import java.io.PrintWriter;

/** Decodes the packets of an input and writes them, one by one, in constant memory. */
final class ParseRun {
    private final PacketDecoder decoder;
    private final Packets packets;
    private final ParseReport report;
    private final boolean failFast;
    private final PrintWriter err;
    private final PacketValues values;

    /**
     * Creates a run.
     *
     * @param packets how to read them
     * @param failFast true to stop at the first packet that fails
     * @param err where to tell what is wrong with packets
     */
    ParseRun(PacketDecoder decoder, PacketOptions packets, boolean failFast, PrintWriter err) {
        this.decoder = decoder;
        this.report = new ParseReport(err, packets.isCcsds());
        this.packets =
                packets.isCcsds()
                        ? packets.packets().listener(report).sequences(report.sequences())
                        : packets.packets().listener(report);
        this.failFast = failFast;
        this.err = err;
        this.values = decoder.newValues();
    }

    /**
     * Does it.
     *
     * @param from the number of the first packet that is decoded
     * @param to the number of the packet at which to stop
     * @return the exit code
     */
    int run(PacketInput input, PacketWriter writer, Progress progress, long from, long to)
            throws IOException {
        boolean ended;
        try (writer;
                PacketSource source = packets.open(input.open(writer::flush))) {
            ended = copy(source, writer, progress, from, to);
            progress.clear();
            // before the summary, so that it comes behind the values on a terminal
            writer.flush();
            report.summary(source, writer.note());
        } finally {
            progress.clear();
        }
        boolean nothing = report.packets() > 0 && report.good() == 0;
        return ended && !nothing ? 0 : 1;
    }

    private boolean copy(
            PacketSource source, PacketWriter writer, Progress progress, long from, long to)
            throws IOException {
        try {
            for (long index = 0; index < to && source.next(); index++) {
                if (index >= from && !decode(index, source.packet(), writer) && failFast) {
                    return false;
                }
                progress.at(source.bytesRead());
            }
            return true;
        } catch (FramingException e) {
            progress.clear();
            writer.flush();
            err.println("tcs-stamp: " + e.getMessage() + "; the rest was not read");
            return false;
        }
    }

    private boolean decode(long index, PacketView packet, PacketWriter writer) throws IOException {
        boolean good = decoder.decode(packet.bytes(), packet.offset(), packet.length(), values);
        if (good && !values.overlong()) {
            report.decoded();
        } else {
            values.report().ifPresent(odd -> report.odd(index, packet, odd));
        }
        writer.write(index, values);
        return good;
    }
}
