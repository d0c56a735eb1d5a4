package io.tcsstamp.output;

import io.tcsstamp.decode.PacketValues;
import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.stamp.StampFormatter;
import io.tcsstamp.telemetry.SampleBatch;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * The values of packets as STAMP lines, as the bridge would send them. Packets that failed, and
 * values with control characters, are left out, as they are there. Not thread-safe.
 */
public final class StampWriter implements PacketWriter {
    private static final int BATCH = 4096;

    private final OutputStream out;
    private final PacketSamples samples;
    private final SampleTime time;
    private final boolean ccsds;
    private final StampFormatter formatter;
    private long refused;
    private long untimed;

    /**
     * Writes to a stream.
     *
     * @param to closed with the writer
     * @param names of the values
     * @param time of the packets; null for their own, the first absolute time in them, else now
     * @param raw true for raw values, false for derived ones
     * @param ccsds true for space packets, which have an APID
     * @param fractionalTime true to write milliseconds
     */
    public StampWriter(
            OutputStream to,
            SampleNames names,
            SampleTime time,
            boolean raw,
            boolean ccsds,
            boolean fractionalTime) {
        this.out = to;
        this.samples = new PacketSamples(names, raw);
        this.time = time;
        this.ccsds = ccsds;
        this.formatter = new StampFormatter(fractionalTime);
    }

    @Override
    public void write(long index, PacketValues values) throws IOException {
        if (values.failed()) {
            return;
        }
        Instant now = Instant.now();
        long seconds;
        int nanos;
        if (time == null) {
            Instant own = own(values).orElse(now);
            seconds = own.getEpochSecond();
            nanos = own.getNano();
        } else if (time.read(values, now)) {
            seconds = time.seconds();
            nanos = time.nanos();
        } else {
            untimed++;
            return;
        }
        boolean hasApid = ccsds && values.bitLength() >= 8 * CcsdsHeader.LENGTH;
        samples.add(
                values,
                hasApid ? CcsdsHeader.apid(values.bytes(), values.offset()) : SampleNames.NO_APID,
                seconds,
                nanos);
        if (samples.builder().size() >= BATCH) {
            drain();
        }
    }

    private static Optional<Instant> own(PacketValues values) {
        int slot = PacketShape.timeSlot(values);
        return slot < 0 ? Optional.empty() : values.instant(slot);
    }

    private void drain() throws IOException {
        SampleBatch batch = samples.build();
        refused += batch.rejections().size();
        out.write(formatter.format(batch));
    }

    @Override
    public void flush() throws IOException {
        drain();
        out.flush();
    }

    /** Says what was left out. */
    @Override
    public String note() {
        String values =
                refused == 0
                        ? ""
                        : refused == 1
                                ? "1 value has control characters"
                                : refused + " values have control characters";
        String times =
                untimed == 0
                        ? ""
                        : untimed == 1
                                ? "1 packet has a time that cannot be"
                                : untimed + " packets have a time that cannot be";
        return values
                + (values.isEmpty() || times.isEmpty() ? "" : ", ")
                + times
                + (values.isEmpty() && times.isEmpty() ? "" : ": left out");
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
