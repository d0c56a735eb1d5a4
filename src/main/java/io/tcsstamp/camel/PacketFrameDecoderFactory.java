package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.packet.SequenceTracker;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/**
 * Makes the decoder that cuts the packets of each connection of one source; for {@code decoders} of
 * netty.
 */
public class PacketFrameDecoderFactory extends DefaultChannelHandlerFactory
        implements CamelContextAware {
    private final FramingOptions framing = new FramingOptions();
    // sequence counts go on over connections: what was sent between two of them is missing too
    private final SequenceTracker tracker = new SequenceTracker();
    private CamelContext camelContext;
    private String source = "packets";
    private String endpoint = "";
    private boolean server;
    private boolean datagrams;

    @Override
    public ChannelHandler newChannelHandler() {
        BridgeMonitor monitor = Registered.monitor(camelContext);
        PacketBook book = new PacketBook(monitor, source, endpoint);
        SequenceTracker sequences = server ? new SequenceTracker() : tracker;
        var reader = framing.packets().listener(book).sequences(sequences).reader();
        if (datagrams) {
            return new PacketDatagramDecoder(reader, monitor.streams(), source, Clock.systemUTC());
        }
        return new PacketFrameDecoder(
                reader,
                book,
                monitor.streams(),
                source,
                Clock.systemUTC(),
                () -> Registered.isOver(camelContext, source));
    }

    /** The id of the source's route. */
    public void setSource(String source) {
        this.source = source;
    }

    /** Where the packets come from, for messages. */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    /** True where several peers may be connected at the same time; default false. */
    public void setServer(boolean server) {
        this.server = server;
    }

    /** True for UDP: each datagram holds whole packets; default false. */
    public void setDatagrams(boolean datagrams) {
        this.datagrams = datagrams;
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
}
