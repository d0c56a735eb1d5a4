package io.tcsstamp.console;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;

/** Reads a request's body into memory, as far as that is wise. Stateless. */
final class Body {
    private Body() {}

    /**
     * All of it.
     *
     * @return null where it is longer than the most
     */
    static byte[] read(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            return null;
        }
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        return bytes.length > most ? null : bytes;
    }
}
