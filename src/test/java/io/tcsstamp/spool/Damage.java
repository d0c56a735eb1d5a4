package io.tcsstamp.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Damages files as disks, crashes and careless hands do. Stateless. */
final class Damage {
    private static final int[] PAGES = {512, 4096, 16_384};

    private Damage() {}

    /** One to four damages anywhere; says which. */
    static String of(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        StringBuilder what = new StringBuilder(file.getFileName() + ":");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes = one(bytes, random, what);
        }
        Files.write(file, bytes);
        return what.toString();
    }

    private static byte[] one(byte[] bytes, Random random, StringBuilder what) {
        if (bytes.length == 0) {
            return bytes;
        }
        int page = PAGES[random.nextInt(PAGES.length)];
        // the first bytes say the most
        int within = random.nextInt(3) == 0 ? Math.min(bytes.length, 200) : bytes.length;
        int at = random.nextInt(within);
        int start = at / page * page;
        int end = Math.min(bytes.length, start + page);
        int kind = random.nextInt(7);
        what.append(" ").append(kind).append("@").append(at);
        switch (kind) {
            case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = (byte) random.nextInt();
            case 3 -> Arrays.fill(bytes, start, end, (byte) 0);
            case 4 -> {
                byte[] noise = new byte[end - start];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, start, noise.length);
            }
            case 5 -> {
                int from = random.nextInt(bytes.length) / page * page;
                int length = Math.min(end - start, bytes.length - from);
                System.arraycopy(bytes, from, bytes, start, length);
            }
            default -> {
                return Arrays.copyOf(bytes, random.nextBoolean() ? at : start);
            }
        }
        return bytes;
    }
}
