package io.tcsstamp.tcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tcsstamp.telemetry.Sample;
import io.tcsstamp.telemetry.SampleBatch;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes samples as the TCS EGSE does: records with the raw values in blocks that end in ETX, for
 * simulators and replays. What ISO-8859-1 cannot say becomes {@code ?}. Stateless and thread-safe.
 */
public final class TcsFormatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

    /** The blocks of a batch. */
    public byte[] format(SampleBatch batch) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        for (int block = 0; block < batch.blockCount(); block++) {
            for (int i = batch.blockStart(block); i < batch.blockEnd(block); i++) {
                Sample sample = batch.sample(i);
                String separator = i == batch.blockStart(block) ? "" : "\r\n";
                String record =
                        separator
                                + TIME.format(sample.time())
                                + '\t'
                                + sample.name()
                                + '\t'
                                + sample.raw();
                blocks.writeBytes(record.getBytes(ISO_8859_1));
            }
            blocks.write(TcsBlockReader.ETX);
        }
        return blocks.toByteArray();
    }
}
