package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.SourceCounters;
import io.tcsstamp.tcs.TcsBlockReader;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** Makes the frame decoder of each connection to one TCS EGSE; for {@code decoders} of netty. */
public class TcsFrameDecoderFactory extends DefaultChannelHandlerFactory
        implements CamelContextAware {
    private CamelContext camelContext;
    private String source = "tcs";
    private String endpoint = "";
    private int maxBlock = 1 << 20;

    @Override
    public ChannelHandler newChannelHandler() {
        BridgeMonitor monitor = Registered.monitor(camelContext);
        // known from the first attempt to connect on, for the meters and the summary
        SourceCounters counters = monitor.source(source);
        TcsBlockReader reader =
                new TcsBlockReader(
                        maxBlock,
                        rejection -> {
                            counters.read(rejection.continued() ? 0 : 1);
                            monitor.quarantine(source, source + " " + endpoint, rejection);
                        });
        return new TcsFrameDecoder(
                reader, monitor.streams(), source, () -> Registered.isOver(camelContext, source));
    }

    /** The id of the source's route. */
    public void setSource(String source) {
        this.source = source;
    }

    /** Where the TCS EGSE is, {@code HOST:PORT}. */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    /** The longest block that is read, in bytes without its ETX; default 1 MiB. */
    public void setMaxBlock(int maxBlock) {
        this.maxBlock = maxBlock;
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
