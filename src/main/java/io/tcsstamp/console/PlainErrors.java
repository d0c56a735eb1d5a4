package io.tcsstamp.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** Errors as a line that tells nothing of the program or the request. Stateless. */
final class PlainErrors extends ErrorHandler {
    PlainErrors() {
        setShowStacks(false);
        setShowMessageInTitle(false);
    }

    @Override
    protected void generateAcceptableResponse(
            Request base,
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String message)
            throws IOException {
        base.setHandled(true);
        Answer.text(response, status, line(status));
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        Headers.put(fields);
        fields.put("Content-Type", "text/plain;charset=utf-8");
        return ByteBuffer.wrap((line(status) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(int status) {
        return status + " " + HttpStatus.getMessage(status);
    }
}
