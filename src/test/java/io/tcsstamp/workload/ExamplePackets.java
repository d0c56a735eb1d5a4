package io.tcsstamp.workload;

import io.tcsstamp.packet.CcsdsHeader;
import io.tcsstamp.packet.CcsdsPackets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The packets of {@code definitions/example.bin}, as {@code definitions/example.xml} describes
 * them: half a minute of a thermal unit that warms up until a heater trips. {@link #main} writes
 * the file.
 */
public final class ExamplePackets {
    /** The file, from the project's folder. */
    public static final Path FILE = Path.of("definitions/example.bin");

    /** The definition, from the project's folder. */
    public static final Path DEFINITION = Path.of("definitions/example.xml");

    /** Packets of housekeeping; an event stands before them and one behind the last but one. */
    public static final int HOUSEKEEPING = 30;

    /** Where the length of an event's text stands in its packet. */
    public static final int TEXT_LENGTH_OFFSET = 13;

    private static final int HOUSEKEEPING_APID = 100;
    private static final int EVENT_APID = 101;
    private static final Instant START = Instant.parse("2026-11-21T06:41:00.250Z");
    private static final int ON = 1;
    private static final int REGULATING = 2;
    private static final int TRIPPED = 3;

    private ExamplePackets() {}

    /**
     * Writes the file.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        Files.write(FILE, bytes());
    }

    /** What the file holds. */
    public static byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(event(0, 0, 1, "heaters on, set to 25 \u00b0C"));
        for (int second = 0; second < HOUSEKEEPING; second++) {
            if (second == HOUSEKEEPING - 1) {
                all.writeBytes(event(1, second, 3, "heater 2 tripped"));
            }
            all.writeBytes(housekeeping(second));
        }
        return all.toByteArray();
    }

    /** The length of the packet that starts at a place. */
    public static int lengthOf(byte[] bytes, int offset) {
        return CcsdsHeader.totalLength(bytes, offset);
    }

    private static byte[] housekeeping(int second) {
        boolean last = second == HOUSEKEEPING - 1;
        boolean withPower = second % 5 == 0;
        int sensors = second < 10 ? 2 : 3;
        int size = 6 + 2 + 2 + 1 + (withPower ? 4 : 0) + 1 + 2 * sensors;
        ByteBuffer data = ByteBuffer.allocate(size);
        time(data, second);
        data.putShort((short) (31_000 + 90 * second)).putShort((short) (1_900 - 7 * second));
        int heaters = ON << 6 | (last ? TRIPPED : REGULATING) << 4;
        data.put((byte) (heaters | (withPower ? 1 : 0)));
        if (withPower) {
            data.putFloat(24.5f - 0.125f * second);
        }
        data.put((byte) sensors);
        for (int sensor = 0; sensor < sensors; sensor++) {
            data.putShort((short) (2_000 + 150 * sensor - 3 * second));
        }
        return CcsdsPackets.create(0, 0, 1, HOUSEKEEPING_APID, 3, second, data.array());
    }

    private static byte[] event(int count, int second, int severity, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer data = ByteBuffer.allocate(6 + 1 + 1 + utf8.length);
        time(data, second);
        data.put((byte) severity).put((byte) utf8.length).put(utf8);
        return CcsdsPackets.create(0, 0, 1, EVENT_APID, 3, count, data.array());
    }

    /** 48 bits of milliseconds. */
    private static void time(ByteBuffer data, int second) {
        long millis = START.plusSeconds(second).toEpochMilli();
        data.putShort((short) (millis >> 32)).putInt((int) millis);
    }
}
