package io.tcsstamp.it;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;

/** How the bytes of a stream are handed to the socket. */
enum Feed {
    ONE_BYTE_PER_WRITE {
        @Override
        void write(OutputStream out, byte[] bytes, Random random) throws IOException {
            for (byte b : bytes) {
                out.write(b);
            }
        }
    },
    ONE_WRITE {
        @Override
        void write(OutputStream out, byte[] bytes, Random random) throws IOException {
            out.write(bytes);
        }
    },
    RANDOM_CHUNKS {
        @Override
        void write(OutputStream out, byte[] bytes, Random random) throws IOException {
            for (int from = 0; from < bytes.length; ) {
                int length = Math.min(bytes.length - from, 1 + random.nextInt(LONGEST_CHUNK));
                out.write(bytes, from, length);
                from += length;
            }
        }
    };

    private static final int LONGEST_CHUNK = 3000;

    abstract void write(OutputStream out, byte[] bytes, Random random) throws IOException;
}
