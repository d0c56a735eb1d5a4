package io.tcsstamp.it;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Packets of {@code src/test/resources/packets/lander.xml}, one behind the other, each APID with
 * sequence counts of its own.
 */
public final class LanderPackets {
    /** Milliseconds since 1970 of the first attitude packet: 2026-03-01T10:00:00.250Z. */
    public static final long FIRST_MILLIS = 1_772_359_200_250L;

    private interface Data {
        void write(DataOutputStream to) throws IOException;
    }

    private final ByteArrayOutputStream packets = new ByteArrayOutputStream();
    private final int[] counts = new int[2048];

    /** The definition of them. */
    public static Path definition() {
        return Folders.project().resolve("src/test/resources/packets/lander.xml");
    }

    /** An attitude packet, APID 100, in mode {@code mode}, 0 to 2. */
    public LanderPackets attitude(
            long millis, int mode, int hull, boolean lit, float x, float y, double range) {
        return packet(
                100,
                to -> {
                    to.writeLong(millis);
                    to.writeByte(mode);
                    to.writeByte(hull);
                    to.writeByte(lit ? 7 : 0);
                    to.writeFloat(x);
                    to.writeFloat(y);
                    to.writeDouble(range);
                });
    }

    /** A log packet, APID 101. */
    public LanderPackets log(String note, byte... blob) {
        byte[] text = note.getBytes(StandardCharsets.UTF_8);
        return packet(
                101,
                to -> {
                    to.writeByte(text.length);
                    to.write(text);
                    to.writeByte(blob.length);
                    to.write(blob);
                });
    }

    /** A science packet, APID 102, with samples 0, 1, 2, ... */
    public LanderPackets science(long big, long small, BigInteger huge, int samples) {
        byte[] wide = new byte[16];
        byte[] bytes = huge.toByteArray();
        int count = Math.min(16, bytes.length);
        System.arraycopy(bytes, bytes.length - count, wide, 16 - count, count);
        return packet(
                102,
                to -> {
                    to.writeLong(big);
                    to.writeLong(small);
                    to.write(wide);
                    to.writeByte(samples);
                    for (int i = 0; i < samples; i++) {
                        to.writeByte(i);
                    }
                    to.writeByte(255);
                });
    }

    /** A packet with any data. */
    public LanderPackets data(int apid, byte... data) {
        return packet(apid, to -> to.write(data));
    }

    /** Bytes that are no packet. */
    public LanderPackets bytes(byte... bytes) {
        packets.writeBytes(bytes);
        return this;
    }

    /** The next packet of an APID is missing. */
    public LanderPackets lose(int apid) {
        counts[apid]++;
        return this;
    }

    private LanderPackets packet(int apid, Data data) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            data.write(new DataOutputStream(body));
            DataOutputStream to = new DataOutputStream(packets);
            to.writeShort(apid);
            to.writeShort(0xC000 | counts[apid]++ & 0x3FFF);
            to.writeShort(body.size() - 1);
            body.writeTo(to);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them. */
    public byte[] toBytes() {
        return packets.toByteArray();
    }
}
