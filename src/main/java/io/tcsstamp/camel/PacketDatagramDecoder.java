package io.tcsstamp.camel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.DatagramPacket;
import io.tcsstamp.monitor.OpenStreams;
import io.tcsstamp.packet.FramingException;
import io.tcsstamp.packet.PacketBatch;
import io.tcsstamp.packet.PacketReader;
import java.time.Clock;

/**
 * Gives on the packets of the datagrams that one turn of the event loop read, in batches. One per
 * socket.
 */
final class PacketDatagramDecoder extends StreamHandler {
    private static final int LARGEST_DATAGRAM = 1 << 16;
    private static final int DATAGRAMS_PER_TURN = 64;

    private final PacketReader reader;
    private final Clock clock;
    private final PacketBatch.Builder batch = new PacketBatch.Builder();
    private final byte[] input = new byte[LARGEST_DATAGRAM];

    PacketDatagramDecoder(PacketReader reader, OpenStreams streams, String source, Clock clock) {
        super(streams, source);
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        super.handlerAdded(context);
        // netty's own would cut a datagram at 2048 bytes
        context.channel()
                .config()
                .setRecvByteBufAllocator(
                        new FixedRecvByteBufAllocator(LARGEST_DATAGRAM)
                                .maxMessagesPerRead(DATAGRAMS_PER_TURN));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof DatagramPacket datagram)) {
            context.fireChannelRead(message);
            return;
        }
        try {
            ByteBuf content = datagram.content();
            int count = content.readableBytes();
            content.readBytes(input, 0, count);
            reader.feed(input, 0, count);
            reader.endOfDatagram();
            while (reader.next()) {
                batch.add(reader.packet());
            }
        } catch (FramingException e) {
            context.fireExceptionCaught(e);
        } finally {
            datagram.release();
        }
        if (batch.totalLength() >= PacketFrameDecoder.BATCH_BYTES) {
            give(context);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        give(context);
        context.fireChannelReadComplete();
    }

    /** Segments that wait for others are reported. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        try {
            reader.end();
            while (reader.next()) {
                batch.add(reader.packet());
            }
            give(context);
        } catch (FramingException e) {
            context.fireExceptionCaught(e);
        }
        context.fireChannelInactive();
    }

    private void give(ChannelHandlerContext context) {
        if (batch.size() > 0) {
            context.fireChannelRead(new ReceivedPackets(batch.build(), clock.instant()));
        }
    }
}
