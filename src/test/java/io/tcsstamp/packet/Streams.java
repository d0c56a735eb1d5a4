package io.tcsstamp.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Streams for tests, and what a reader makes of them. */
final class Streams {
    private Streams() {}

    /** The bytes of all parts. */
    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** A packet with that many data bytes, all of them its sequence count. */
    static byte[] packet(int apid, int count, int dataBytes) {
        byte[] data = new byte[dataBytes];
        Arrays.fill(data, (byte) count);
        return CcsdsPackets.create(apid, count, data);
    }

    /** Reads it all in one piece. */
    static List<String> read(Packets packets, byte[] stream) throws IOException {
        List<String> read = new ArrayList<>();
        PacketReader reader = packets.reader();
        reader.feed(stream, 0, stream.length);
        drain(reader, read);
        reader.end();
        drain(reader, read);
        return read;
    }

    /** Reads it in random pieces, each in an array that is overwritten afterwards. */
    static List<String> read(Packets packets, byte[] stream, Random random) throws IOException {
        List<String> read = new ArrayList<>();
        PacketReader reader = packets.reader();
        int largest = 1 + random.nextInt(random.nextBoolean() ? 10 : 1000);
        for (int at = 0; at < stream.length; ) {
            int count = Math.min(stream.length - at, random.nextInt(largest + 1));
            int offset = random.nextInt(5);
            byte[] piece = new byte[offset + count + random.nextInt(5)];
            random.nextBytes(piece);
            System.arraycopy(stream, at, piece, offset, count);
            reader.feed(piece, offset, count);
            at += count;
            drain(reader, read);
            random.nextBytes(piece);
        }
        reader.end();
        drain(reader, read);
        return read;
    }

    /** Both ways to get at packets take turns. */
    private static void drain(PacketReader reader, List<String> into) throws IOException {
        if (into.size() % 2 == 1) {
            reader.forEach(
                    (bytes, offset, length, position) ->
                            into.add(
                                    position
                                            + " "
                                            + HexFormat.of()
                                                    .formatHex(bytes, offset, offset + length)));
        }
        while (reader.next()) {
            PacketView packet = reader.packet();
            into.add(packet.position() + " " + hex(packet.copy()));
        }
    }
}
