package io.tcsstamp.camel;

import com.sun.jna.Native;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Temporary. */
record TcpInfo(int state, int sndWscale, long bytesAcked, long notSent, long sndWnd) {
    static final int CLOSE_WAIT = 8;

    static TcpInfo of(Channel channel) {
        if (!(channel instanceof EpollSocketChannel epoll) || !epoll.isOpen()) {
            return null;
        }
        byte[] b = new byte[256];
        int[] len = {b.length};
        if (Sys.getsockopt(epoll.fd().intValue(), 6, 11, b, len) != 0) {
            return null;
        }
        ByteBuffer info = ByteBuffer.wrap(b).order(ByteOrder.nativeOrder());
        return new TcpInfo(
                b[0],
                b[6] & 15,
                Math.max(0, info.getLong(120) - 1),
                info.getInt(144),
                info.getInt(228));
    }

    static final class Sys {
        static {
            Native.register(Sys.class, "c");
        }

        static native int getsockopt(int fd, int level, int option, byte[] value, int[] length);
    }
}
