package io.tcsstamp.camel;

import java.nio.charset.StandardCharsets;

/**
 * What the management port answers to a request.
 *
 * @param status of HTTP
 * @param type of the content
 * @param body not to be changed
 */
record Answer(int status, String type, byte[] body) {
    static final int OK = 200;
    static final int UNAVAILABLE = 503;

    /** A line for whoever reads it. */
    static Answer line(int status, String text) {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/plain; charset=utf-8", body);
    }
}
