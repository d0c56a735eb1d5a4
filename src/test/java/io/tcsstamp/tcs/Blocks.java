package io.tcsstamp.tcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Streams of the TCS EGSE for tests, and ways to feed them. */
final class Blocks {
    static final String TIME = "2021/01/08 16:34:06.873 UTC";

    private Blocks() {}

    /** Text as the TCS EGSE sends it; ETX may be written as {@code |}. */
    static byte[] bytes(String text) {
        return text.replace('|', '\u0003').getBytes(ISO_8859_1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1).replace('\u0003', '|');
    }

    /** A record without its line end. */
    static String entry(String name, String value) {
        return TIME + '\t' + name + '\t' + value;
    }

    static String read(TcsBlockReader reader, String bytes) {
        return text(reader.read(ByteBuffer.wrap(bytes(bytes))));
    }

    /** Feeds a stream in pieces of random length; gives back all blocks. */
    static byte[] inChunks(TcsBlockReader reader, byte[] stream, Random random) {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        int longest = 1 + random.nextInt(random.nextBoolean() ? 3 : 300);
        for (int at = 0; at < stream.length; ) {
            int length = Math.min(stream.length - at, random.nextInt(longest + 1));
            ByteBuffer piece = ByteBuffer.wrap(stream, at, length);
            blocks.writeBytes(reader.read(piece));
            at += length;
        }
        return blocks.toByteArray();
    }
}
