package io.tcsstamp.bench;

import io.tcsstamp.decode.TextBuffer;
import io.tcsstamp.workload.JpssLike;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Passes of packets, and the lines that STAMP has to get: decoded by hand, only the digits of
 * floats come from the program. Not thread-safe.
 */
final class PacketPass implements Pass {
    /** How the bridge is told to take the time of a packet from its parameters. */
    static final String TIME = "cds:TIME_DAY,TIME_MS,TIME_US";

    /** The parameter that is sent where only one is. */
    static final String ONE = "POS_X";

    private static final long DAYS_FROM_1958_TO_1970 = 4383;
    private static final DateTimeFormatter STAMP_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final List<String> NAMES = JpssLike.names();

    /** Slots that hold a float; the type of the others does not matter, they are integers. */
    private static final List<Integer> FLOATS = List.of(14, 15, 16, 17, 18, 19, 23, 24, 25, 26);

    private final HandWritten decoder = new HandWrittenPlain();
    private final long[] raw = new long[JpssLike.PARAMETERS];
    private final double[] number = new double[JpssLike.PARAMETERS];
    private final TextBuffer line = new TextBuffer();
    private final long seed;
    private final int packets;
    private final boolean all;
    private int next;

    PacketPass(long seed, int packets, boolean all) {
        this.seed = seed;
        this.packets = packets;
        this.all = all;
    }

    @Override
    public int fill(PassBuffer target, boolean first, boolean lines) {
        if (first) {
            next = 0;
        }
        target.clear();
        byte[] bytes = JpssLike.packets(next, packets, seed);
        next += packets;
        if (lines) {
            for (int offset = 0; offset < bytes.length; offset += JpssLike.PACKET_LENGTH) {
                append(target, bytes, offset);
            }
        } else {
            target.append(bytes, bytes.length);
        }
        return all ? packets * JpssLike.PARAMETERS : packets;
    }

    private void append(PassBuffer target, byte[] bytes, int offset) {
        if (!decoder.decode(bytes, offset, JpssLike.PACKET_LENGTH, raw, number)) {
            throw new IllegalStateException("the packet is not one of its kind");
        }
        long millis = (raw[7] - DAYS_FROM_1958_TO_1970) * 86_400_000 + raw[8];
        String time = STAMP_TIME.format(Instant.ofEpochMilli(millis));
        for (int slot = 0; slot < NAMES.size(); slot++) {
            if (all || NAMES.get(slot).equals(ONE)) {
                line.clear();
                String start = time + "\t" + NAMES.get(slot) + "\t0000\t";
                line.append(start.getBytes(StandardCharsets.US_ASCII), 0, start.length());
                if (FLOATS.contains(slot)) {
                    line.append(number[slot]);
                } else {
                    line.append(raw[slot]);
                }
                line.append(new byte[] {'\n'}, 0, 1);
                target.append(line.bytes(), line.length());
            }
        }
    }
}
