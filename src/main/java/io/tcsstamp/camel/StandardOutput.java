package io.tcsstamp.camel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Writes lines to the standard output. Unlike {@code System.out}, and so Camel's stream component,
 * it notices when nobody reads them any more. Thread-safe.
 */
final class StandardOutput implements Processor {
    private final OutputStream out;
    private final Consumer<String> onClosed;

    /**
     * The process's standard output.
     *
     * @param onClosed told why, when it cannot be written
     */
    StandardOutput(Consumer<String> onClosed) {
        this(new FileOutputStream(FileDescriptor.out), onClosed);
    }

    /** Another stream, not buffered. */
    StandardOutput(OutputStream out, Consumer<String> onClosed) {
        this.out = out;
        this.onClosed = onClosed;
    }

    @Override
    public synchronized void process(Exchange exchange) throws IOException {
        try {
            out.write(exchange.getMessage().getBody(byte[].class));
            out.flush();
        } catch (IOException e) {
            onClosed.accept(e.getMessage());
            throw e;
        }
    }
}
