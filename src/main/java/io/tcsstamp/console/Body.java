package io.tcsstamp.console;

import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;

/** Reads a request's body into memory, as far as that is wise. Stateless. */
final class Body {
    private static final int MOST_IGNORED = 2 << 20;
    private static final int PIECE = 8 << 10;

    private Body() {}

    /**
     * All of it.
     *
     * @return null where it is longer than the most
     */
    static byte[] read(HttpServletRequest request, int most) throws IOException {
        InputStream in = request.getInputStream();
        if (request.getContentLengthLong() <= most) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length <= most) {
                return bytes;
            }
        }
        // who is still sending would not see the answer
        for (long left = MOST_IGNORED; left > 0; ) {
            long skipped = in.readNBytes(PIECE).length;
            left = skipped == 0 ? 0 : left - skipped;
        }
        return null;
    }
}
