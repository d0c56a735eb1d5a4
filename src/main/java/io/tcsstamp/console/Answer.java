package io.tcsstamp.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;

/** Writes short answers. Stateless. */
final class Answer {
    private Answer() {}

    /** A line of text; nothing of the request may stand in it as it came. */
    static void text(HttpServletResponse response, int status, String text) throws IOException {
        write(response, status, "text/plain", text + "\n");
    }

    static void json(HttpServletResponse response, int status, String json) throws IOException {
        write(response, status, "application/json", json);
    }

    private static void write(HttpServletResponse response, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type + ";charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
