package io.tcsstamp.camel;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.tcsstamp.monitor.OpenStreams;

/** Reads the bytes of one channel; counts as open until its end was seen. */
abstract class StreamHandler extends ChannelInboundHandlerAdapter implements OpenStreams.Stream {
    private final OpenStreams streams;
    private final String source;
    private volatile Channel channel;

    StreamHandler(OpenStreams streams, String source) {
        this.streams = streams;
        this.source = source;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
        streams.opened(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        streams.closed(this);
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final void end() {
        channel.close();
    }
}
