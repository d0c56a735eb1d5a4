package io.tcsstamp.camel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import io.tcsstamp.monitor.OpenStreams;
import io.tcsstamp.packet.FramingException;
import io.tcsstamp.packet.PacketBatch;
import io.tcsstamp.packet.PacketReader;
import io.tcsstamp.packet.PacketView;
import io.tcsstamp.telemetry.Rejection;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/**
 * Gives on the packets that a socket read completes, in batches, so that an exchange carries many.
 * One per connection.
 */
final class PacketFrameDecoder extends StreamHandler {
    /**
     * The bytes of packets that one exchange carries, give or take a packet: a packet may hold many
     * more values than bytes.
     */
    static final int BATCH_BYTES = 32 << 10;

    private static final int INPUT_BYTES = 64 << 10;

    /** How long bytes may come without a whole packet before that is told. */
    private static final long PATIENCE_MILLIS = 5000;

    private final PacketReader reader;
    private final PacketBook book;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final PacketBatch.Builder batch = new PacketBatch.Builder();
    private byte[] input = new byte[4096];
    // bytes and time since the last whole packet
    private long waiting;
    private long since;
    private boolean told;

    /**
     * Creates a decoder.
     *
     * @param reader cuts the packets; tells the book what it loses
     * @param source the id of its route
     * @param stopping true when the route takes nothing any more
     */
    PacketFrameDecoder(
            PacketReader reader,
            PacketBook book,
            OpenStreams streams,
            String source,
            Clock clock,
            BooleanSupplier stopping) {
        super(streams, source);
        this.reader = reader;
        this.book = book;
        this.clock = clock;
        this.stopping = stopping;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf buffer)) {
            context.fireChannelRead(message);
            return;
        }
        try {
            while (buffer.isReadable()) {
                int count = Math.min(buffer.readableBytes(), INPUT_BYTES);
                if (input.length < count) {
                    input = new byte[Math.max(count, Math.min(INPUT_BYTES, input.length * 4))];
                }
                buffer.readBytes(input, 0, count);
                reader.feed(input, 0, count);
                waiting(count);
                cut(context);
            }
        } catch (FramingException e) {
            // the next connection begins with a packet again
            context.fireExceptionCaught(e);
            context.close();
        } finally {
            ReferenceCountUtil.release(message);
        }
        give(context);
    }

    private void waiting(int count) {
        long now = clock.millis();
        if (waiting == 0) {
            since = now;
        }
        waiting += count;
        if (!told && now - since > PATIENCE_MILLIS) {
            told = true;
            book.incomplete(waiting);
        }
    }

    private void cut(ChannelHandlerContext context) throws FramingException {
        while (reader.next()) {
            waiting = 0;
            told = false;
            batch.add(reader.packet());
            if (batch.totalLength() >= BATCH_BYTES) {
                give(context);
            }
        }
    }

    private void give(ChannelHandlerContext context) {
        if (batch.size() > 0) {
            context.fireChannelRead(new ReceivedPackets(batch.build(), clock.instant()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        try {
            reader.end();
            if (stopping.getAsBoolean()) {
                abandon();
            } else {
                cut(context);
                give(context);
            }
        } catch (FramingException e) {
            context.fireExceptionCaught(e);
        }
        context.fireChannelInactive();
    }

    /** Packets that are whole only because the stream ended, when nobody takes them any more. */
    private void abandon() throws FramingException {
        while (reader.next()) {
            PacketView packet = reader.packet();
            book.reject(
                    Rejection.because(
                                    "stopped",
                                    packet.copy(),
                                    "the bridge stopped before this packet",
                                    false)
                            .with(Rejection.RECEIVED, clock.instant().toString()));
        }
    }
}
