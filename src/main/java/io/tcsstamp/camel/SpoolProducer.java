package io.tcsstamp.camel;

import io.tcsstamp.spool.Spool;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Puts lines into a spool; they are on disk when the exchange goes on. Thread-safe. */
final class SpoolProducer extends DefaultProducer {
    private final Spool spool;

    SpoolProducer(SpoolEndpoint endpoint) {
        super(endpoint);
        this.spool = endpoint.getSpool();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        byte[] lines = whole(message.getMandatoryBody(byte[].class));
        Integer count = message.getHeader(BridgeConstants.LINES, Integer.class);
        long now = System.currentTimeMillis();
        spool.append(
                lines,
                count == null ? lineEnds(lines) : count,
                message.getHeader(BridgeConstants.FIRST_TIME, now, Long.class),
                message.getHeader(BridgeConstants.LAST_TIME, now, Long.class));
    }

    /** A last line without its end gets one: what follows must not become a part of it. */
    private static byte[] whole(byte[] lines) {
        if (lines.length == 0 || lines[lines.length - 1] == '\n') {
            return lines;
        }
        byte[] whole = Arrays.copyOf(lines, lines.length + 1);
        whole[lines.length] = '\n';
        return whole;
    }

    private static int lineEnds(byte[] lines) {
        int count = 0;
        for (byte b : lines) {
            if (b == '\n') {
                count++;
            }
        }
        return count;
    }
}
