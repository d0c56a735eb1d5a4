package io.tcsstamp.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Reads requests' bodies into memory, as far as that is wise: a thread stands still while a body
 * comes, so it must come soon, and only few at once. Thread-safe.
 */
final class Bodies {
    private static final int MOST_IGNORED = 2 << 20;
    private static final int PIECE = 8 << 10;

    private final int longest;
    private final Semaphore places;
    private final long millis;

    /**
     * Creates it.
     *
     * @param longest a body, in bytes
     * @param atOnce how many may be coming
     * @param seconds in which one must have come
     */
    Bodies(int longest, int atOnce, int seconds) {
        this.longest = longest;
        this.places = new Semaphore(atOnce);
        this.millis = TimeUnit.SECONDS.toMillis(seconds);
    }

    /**
     * All of a body.
     *
     * @return null where it was refused; then the request is answered
     */
    byte[] read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "1");
            refuse(response, 503, "too many requests are being sent at once");
            return null;
        }
        EndPoint connection = Request.getBaseRequest(request).getHttpChannel().getEndPoint();
        long idle = connection.getIdleTimeout();
        connection.setIdleTimeout(millis);
        try {
            byte[] body = inTime(request);
            if (body == null) {
                refuse(response, 413, "the body is longer than " + longest);
            }
            return body;
        } catch (IOException | BadMessageException e) {
            // broken off, or too slow: there is nothing to be told of it in the log
            refuse(response, 408, "the body did not come within " + millis / 1000 + " s");
            return null;
        } finally {
            connection.setIdleTimeout(idle);
            places.release();
        }
    }

    private byte[] inTime(HttpServletRequest request) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        InputStream in = request.getInputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        // of what is too long the rest is read: who is still sending would not see the answer
        long left = (long) longest + MOST_IGNORED;
        boolean fits = request.getContentLengthLong() <= longest;
        for (int read = in.read(piece); read >= 0 && left > 0; read = in.read(piece)) {
            if (System.nanoTime() > end) {
                throw new IOException("too slow");
            }
            left -= read;
            fits = fits && body.size() + read <= longest;
            if (fits) {
                body.write(piece, 0, read);
            }
        }
        return fits ? body.toByteArray() : null;
    }

    private static void refuse(HttpServletResponse response, int status, String why)
            throws IOException {
        // the rest of the body is not taken for a request
        response.setHeader("Connection", "close");
        Answer.text(response, status, why);
    }
}
