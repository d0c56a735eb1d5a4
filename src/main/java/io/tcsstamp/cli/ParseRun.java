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
    private final Progress progress;
    private boolean ended;

    /**
     * Creates a run.
     *
     * @param packets how to read them
     * @param failFast true to stop at the first packet that fails
     * @param err where to tell what is wrong with packets
     */
    ParseRun(
            PacketDecoder decoder,
            PacketOptions packets,
            boolean failFast,
            PrintWriter err,
            Progress progress) {
        this.decoder = decoder;
        this.progress = progress;
        this.report =
                new ParseReport(err, packets.isCcsds(), packets.leftoverSearch(), progress::clear);
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
    int run(PacketInput input, PacketWriter writer, long from, long to) throws IOException {
        boolean good;
        try (writer;
                PacketSource source = packets.open(input.open(writer::flush))) {
            good = copy(source, writer, from, to);
            progress.clear();
            // before the summary, so that it comes behind the values on a terminal
            writer.flush();
            report.summary(ended ? source.bytesRead() : -1, writer.note());
            good &= report.overlooked() == 0;
            good &= report.good() > 0 || report.packets() == 0 && source.lostBytes() == 0;
        } finally {
            progress.clear();
        }
        return good ? 0 : 1;
    }

    private boolean copy(PacketSource source, PacketWriter writer, long from, long to)
            throws IOException {
        long index = 0;
        try {
            for (; index < to; index++) {
                if (!source.next()) {
                    ended = true;
                    break;
                }
                if (index >= from && !decode(index, source.packet(), writer) && failFast) {
                    return false;
                }
                progress.at(source.bytesRead());
            }
        } catch (FramingException e) {
            progress.clear();
            writer.flush();
            err.println("tcs-stamp: " + e.getMessage() + "; the rest was not read");
            return false;
        }
        if (from >= index && from > 0) {
            err.println("tcs-stamp: there is no packet " + from + ", only " + index);
            return false;
        }
        return true;
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
