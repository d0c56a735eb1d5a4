package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against this machine's kernel, where it has netty's epoll transport. */
@Timeout(30)
class TcpInfoTest {
    private static final int RECEIVE_BUFFER = 64 << 10;
    private static final int MUCH = 8 << 20;

    private EpollEventLoopGroup loop;
    private ServerSocket server;
    private Channel channel;
    private Socket peer;

    @BeforeEach
    void connect() throws Exception {
        assumeTrue(NativeTransport.isAvailable(), "skipped, no epoll transport here");
        loop = new EpollEventLoopGroup(1);
        server = new ServerSocket();
        server.setReceiveBufferSize(RECEIVE_BUFFER);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel =
                new Bootstrap()
                        .group(loop)
                        .channel(EpollSocketChannel.class)
                        .handler(new ChannelInboundHandlerAdapter())
                        .connect(server.getLocalSocketAddress())
                        .sync()
                        .channel();
        peer = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        if (loop != null) {
            peer.close();
            server.close();
            channel.close().awaitUninterruptibly();
            loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private TcpInfo info() throws Exception {
        return loop.submit(() -> TcpInfo.of(channel)).get();
    }

    private void write(int bytes) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    @Test
    void aNewConnectionHasAcknowledgedNothing() throws Exception {
        TcpInfo info = info();

        assertThat(info.state()).isEqualTo(TcpInfo.ESTABLISHED);
        assertThat(info.bytesAcked()).isZero();
        assertThat(info.isOutstanding()).isFalse();
        assertThat(info.isStalled()).isFalse();
        assertThat(info.sndWscale()).isBetween(0, 14);
    }

    @Test
    void everyByteThatThePeersKernelTookIsCounted() throws Exception {
        write(1000);
        await().until(() -> info().bytesAcked() == 1000);

        write(1);
        await().until(() -> info().bytesAcked() == 1001);
        assertThat(info().isOutstanding()).isFalse();
    }

    @Test
    void aPeerThatDoesNotReadIsSeen() throws Exception {
        write(MUCH);
        await().until(() -> info().isStalled());

        TcpInfo stalled = info();
        assertThat(stalled.notSent()).isPositive();
        assertThat(stalled.bytesAcked())
                .isPositive()
                .isLessThanOrEqualTo(65_535L << stalled.sndWscale())
                .isLessThan(MUCH);
        assertThat(stalled.sndWnd()).isBetween(-1L, (long) RECEIVE_BUFFER);

        assertThat(peer.getInputStream().readNBytes(MUCH)).hasSize(MUCH);
        await().until(() -> info().bytesAcked() == MUCH);
        assertThat(info().isStalled()).isFalse();
    }

    @Test
    void anEndAfterEverythingWasReadIsSeen() throws Exception {
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        write(10);
        assertThat(peer.getInputStream().readNBytes(10)).hasSize(10);
        peer.close();

        await().until(() -> info().state() == TcpInfo.CLOSE_WAIT);
        assertThat(info().bytesAcked()).isEqualTo(10);
    }

    @Test
    void nothingIsReadElsewhereThanOnTheEventLoop() {
        assertThat(TcpInfo.of(channel)).isNull();
    }

    @Test
    void nothingIsReadFromAClosedChannel() throws Exception {
        channel.close().sync();

        assertThat(info()).isNull();
    }

    @Test
    void nothingIsReadFromAnotherTransport() {
        EmbeddedChannel other = new EmbeddedChannel();

        assertThat(TcpInfo.of(other)).isNull();
        other.close();
    }

    @Test
    void whatTheKernelDoesNotWriteIsUnknown() {
        assertThat(TcpInfo.parse(answer(232, ByteOrder.LITTLE_ENDIAN)).sndWnd()).isEqualTo(77);
        assertThat(TcpInfo.parse(answer(228, ByteOrder.LITTLE_ENDIAN)).sndWnd()).isEqualTo(-1);
        assertThat(TcpInfo.parse(answer(144, ByteOrder.LITTLE_ENDIAN))).isNull();
        assertThat(TcpInfo.parse(answer(104, ByteOrder.LITTLE_ENDIAN))).isNull();
    }

    @Test
    void bothByteOrdersAreRead() {
        TcpInfo expected = new TcpInfo(1, 3, 7, 5, 4_000_000_000L, 41, 9, 77);

        assertThat(TcpInfo.parse(answer(232, ByteOrder.LITTLE_ENDIAN))).isEqualTo(expected);
        assertThat(TcpInfo.parse(answer(232, ByteOrder.BIG_ENDIAN))).isEqualTo(expected);
    }

    /** An answer of a kernel that knows only so many bytes of it. */
    private static ByteBuffer answer(int known, ByteOrder order) {
        byte[] bytes = new byte[232];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        buffer.put(0, (byte) TcpInfo.ESTABLISHED).put(3, (byte) 3);
        buffer.put(6, (byte) (order == ByteOrder.LITTLE_ENDIAN ? 0x27 : 0x72));
        buffer.putInt(24, 5).putInt(56, (int) 4_000_000_000L);
        buffer.putLong(120, 42).putInt(144, 9).putInt(228, 77);
        Arrays.fill(bytes, known, bytes.length, (byte) -1);
        return buffer;
    }
}
