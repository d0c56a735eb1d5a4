package io.tcsstamp.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;

/**
 * What Jolokia writes of one call goes to the answer as it comes; of the answer itself, such as its
 * headers and its end, it decides nothing.
 */
final class JolokiaResponse extends HttpServletResponseWrapper {
    private final Part part;
    private final PrintWriter writer;

    JolokiaResponse(HttpServletResponse response, OutputStream out) {
        super(response);
        this.part = new Part(out);
        this.writer = new PrintWriter(new OutputStreamWriter(part, StandardCharsets.UTF_8), true);
    }

    private static final class Part extends ServletOutputStream {
        private final OutputStream out;

        private Part(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // others may follow
        }

        @Override
        public void close() {
            // others may follow
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("written as it comes");
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return part;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void setStatus(int status) {}

    @Override
    public void setContentType(String type) {}

    @Override
    public void setCharacterEncoding(String charset) {}

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void addHeader(String name, String value) {}

    @Override
    public void setIntHeader(String name, int value) {}

    @Override
    public void addIntHeader(String name, int value) {}

    @Override
    public void setDateHeader(String name, long date) {}

    @Override
    public void addDateHeader(String name, long date) {}

    @Override
    public void flushBuffer() {}

    @Override
    public void reset() {}

    @Override
    public void resetBuffer() {}
}
