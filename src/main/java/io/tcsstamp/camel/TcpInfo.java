package io.tcsstamp.camel;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the Linux kernel knows of one TCP connection at one moment: {@code getsockopt(TCP_INFO)},
 * see {@code struct tcp_info} in {@code linux/tcp.h}. Immutable. A reading takes less than a
 * microsecond.
 *
 * @param state {@link #ESTABLISHED}, {@link #CLOSE_WAIT} or another of the kernel's states
 * @param probes questions (window probes, keep-alive) in a row that the peer's kernel did not
 *     answer
 * @param sndWscale the peer's window scale, 0 to 14: it can hold at most 65535 &lt;&lt; scale bytes
 * @param unacked segments that were sent and not acknowledged
 * @param lastAckMillis milliseconds since the peer's kernel acknowledged anything, a probe too
 * @param bytesAcked bytes of the stream that the peer's kernel has acknowledged, 0 or more
 * @param notSent bytes that wait in our kernel and were never sent
 * @param sndWnd bytes that the peer would take now; -1 where the kernel does not tell (before 5.4)
 */
record TcpInfo(
        int state,
        int probes,
        int sndWscale,
        int unacked,
        long lastAckMillis,
        long bytesAcked,
        long notSent,
        long sndWnd) {
    /** Both directions are open. */
    static final int ESTABLISHED = 1;

    /** The peer has ended its direction after it had read everything. */
    static final int CLOSE_WAIT = 8;

    private static final Logger LOG = LoggerFactory.getLogger(TcpInfo.class);
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_INFO = 11;

    /** Up to and with snd_wnd; kernels write as much of it as they know. */
    private static final int LENGTH = 232;

    private static final byte NOT_WRITTEN = -1;
    private static final long UINT = 0xFFFF_FFFFL;

    /**
     * Reads it. To be called by the channel's event loop, as at any other time the descriptor could
     * belong to another connection already.
     *
     * @return null where the channel is not an open connection of the epoll transport, the caller
     *     is not its event loop, or the kernel (before 4.6) does not know enough
     */
    static TcpInfo of(Channel channel) {
        if (!(channel instanceof EpollSocketChannel epoll)
                || !epoll.eventLoop().inEventLoop()
                || !epoll.isOpen()
                || !(epoll.fd() instanceof Socket socket)) {
            return null;
        }
        byte[] answer = new byte[LENGTH];
        Arrays.fill(answer, NOT_WRITTEN);
        try {
            socket.getRawOpt(IPPROTO_TCP, TCP_INFO, ByteBuffer.wrap(answer));
        } catch (IOException e) {
            LOG.debug("no TCP_INFO", e);
            return null;
        }
        return parse(ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder()));
    }

    /**
     * Reads the struct, in which every byte that the kernel did not write is 0xFF.
     *
     * @return null where it does not tell what is acknowledged
     */
    static TcpInfo parse(ByteBuffer info) {
        long acked = info.getLong(120);
        if (acked < 0 || info.getInt(144) == NOT_WRITTEN) {
            return null;
        }
        // bit fields start at the low end on little-endian machines, at the high end on others
        int scales = Byte.toUnsignedInt(info.get(6));
        int sndWscale = info.order() == ByteOrder.LITTLE_ENDIAN ? scales & 0xF : scales >> 4;
        int wnd = info.getInt(228);
        return new TcpInfo(
                Byte.toUnsignedInt(info.get(0)),
                Byte.toUnsignedInt(info.get(3)),
                sndWscale,
                info.getInt(24),
                info.getInt(56) & UINT,
                // the kernel counts the SYN too
                Math.max(0, acked - 1),
                info.getInt(144) & UINT,
                wnd == NOT_WRITTEN ? -1 : wnd & UINT);
    }

    /**
     * True while bytes wait because the peer does not take them: nothing is under way, the kernel
     * only asks from time to time whether there is room again.
     */
    boolean isStalled() {
        return notSent > 0 && (sndWnd == 0 || unacked == 0);
    }

    /** True while bytes wait in our kernel, or are under way. */
    boolean isOutstanding() {
        return unacked > 0 || notSent > 0;
    }
}
