package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** Makes netty's read timeout for each connection, for {@code decoders}; 0 seconds is none. */
public class ReadTimeoutFactory extends DefaultChannelHandlerFactory {
    private int seconds;

    @Override
    public ChannelHandler newChannelHandler() {
        return new ReadTimeoutHandler(seconds);
    }

    /** After how many seconds without a byte a connection is ended; 0 for never. */
    public void setSeconds(int seconds) {
        this.seconds = seconds;
    }
}
