package io.tcsstamp.camel;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.tcsstamp.monitor.OpenStreams;

/** Reads the bytes of one channel; counts as open until its end was seen. */
abstract class StreamHandler extends ChannelInboundHandlerAdapter {
    private final OpenStreams streams;

    StreamHandler(OpenStreams streams) {
        this.streams = streams;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        streams.opened();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        streams.closed();
    }
}
