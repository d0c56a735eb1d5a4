package io.tcsstamp.packet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/** Datagrams; no packet goes on in the next one. */
final class DatagramFeed implements PacketFeed {
    /** More than the largest datagram has. */
    private final ByteBuffer datagram = ByteBuffer.allocate(1 << 16);

    private final DatagramChannel channel;

    DatagramFeed(DatagramChannel channel) {
        this.channel = channel;
    }

    @Override
    public int feed(PacketReader reader) throws IOException {
        datagram.clear();
        try {
            channel.receive(datagram);
        } catch (ClosedChannelException closed) {
            return -1;
        }
        int count = datagram.position();
        reader.feed(datagram.array(), 0, count);
        reader.endOfDatagram();
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
