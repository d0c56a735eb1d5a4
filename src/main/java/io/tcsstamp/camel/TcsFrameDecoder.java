package io.tcsstamp.camel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import io.tcsstamp.monitor.OpenStreams;
import io.tcsstamp.tcs.TcsBlockReader;
import java.util.function.BooleanSupplier;

/**
 * Gives on what a socket read completes: one array with all blocks that are whole now, so that an
 * exchange carries a batch. One per connection.
 */
final class TcsFrameDecoder extends StreamHandler {
    private final TcsBlockReader reader;
    private final BooleanSupplier stopping;

    /**
     * Creates a decoder.
     *
     * @param source the id of its route
     * @param stopping true when the route takes nothing any more
     */
    TcsFrameDecoder(
            TcsBlockReader reader, OpenStreams streams, String source, BooleanSupplier stopping) {
        super(streams, source);
        this.reader = reader;
        this.stopping = stopping;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf buffer)) {
            context.fireChannelRead(message);
            return;
        }
        byte[] blocks;
        try {
            blocks = reader.read(buffer.nioBuffer());
        } finally {
            ReferenceCountUtil.release(message);
        }
        if (blocks.length > 0) {
            context.fireChannelRead(blocks);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (stopping.getAsBoolean()) {
            reader.abandon("the bridge stopped within this block");
        } else {
            byte[] records = reader.end("the connection ended within this record");
            if (records.length > 0) {
                context.fireChannelRead(records);
            }
        }
        context.fireChannelInactive();
    }
}
