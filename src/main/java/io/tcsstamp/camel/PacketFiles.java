package io.tcsstamp.camel;

import io.tcsstamp.packet.PacketBatch;
import io.tcsstamp.packet.PacketSource;
import io.tcsstamp.packet.SequenceTracker;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.WrappedFile;

/**
 * Cuts files into batches of packets, one after the other, so that a file of any size takes the
 * memory of a batch; what a route splits the body of a file by.
 */
public class PacketFiles implements CamelContextAware {
    private final FramingOptions framing = new FramingOptions();
    private CamelContext camelContext;
    private String source = "packets";
    private String endpoint = "";

    /**
     * The batches of a body, for a split that streams.
     *
     * @param body a file, or packets that were cut before
     */
    public Iterator<ReceivedPackets> batches(Object body) throws IOException {
        if (body instanceof ReceivedPackets packets) {
            return List.of(packets).iterator();
        }
        if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
            return batches(file);
        }
        throw new IllegalArgumentException(
                source + ": the body must be a file, not " + body.getClass().getName());
    }

    private Iterator<ReceivedPackets> batches(File file) throws IOException {
        PacketBook book =
                new PacketBook(
                        Registered.monitor(camelContext), source, endpoint + " " + file.getName());
        return new Batches(
                framing.packets()
                        .listener(book)
                        .sequences(new SequenceTracker())
                        .open(file.toPath()));
    }

    /** The id of the source's route. */
    public void setSource(String source) {
        this.source = source;
    }

    /** Where the packets come from, for messages. */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    /** How packets are cut, for properties {@code cut.framing}, {@code cut.skip} and so on. */
    public FramingOptions getCut() {
        return framing;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /** Closes its file at the end, or when the split gives up. */
    private static final class Batches implements Iterator<ReceivedPackets>, Closeable {
        private final PacketSource packets;
        private final PacketBatch.Builder builder = new PacketBatch.Builder();
        private boolean ended;

        Batches(PacketSource packets) {
            this.packets = packets;
        }

        @Override
        public boolean hasNext() {
            try {
                while (!ended && builder.totalLength() < PacketFrameDecoder.BATCH_BYTES) {
                    if (packets.next()) {
                        builder.add(packets.packet());
                    } else {
                        close();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return builder.size() > 0;
        }

        @Override
        public ReceivedPackets next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return new ReceivedPackets(builder.build(), Instant.now());
        }

        @Override
        public void close() throws IOException {
            ended = true;
            packets.close();
        }
    }
}
