package io.tcsstamp.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With a peer that lives; those that vanish need a cable to be pulled. */
@Timeout(30)
class PeerWatchTest {
    private static final int RECEIVE_BUFFER = 64 << 10;
    private static final int MUCH = 8 << 20;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private EpollEventLoopGroup loop;
    private ServerSocket server;
    private Socket peer;

    @BeforeEach
    void listen() throws IOException {
        assumeTrue(NativeTransport.isAvailable(), "skipped, no epoll transport here");
        loop = new EpollEventLoopGroup(1);
        server = new ServerSocket();
        server.setReceiveBufferSize(RECEIVE_BUFFER);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        if (loop != null) {
            loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
            server.close();
            if (peer != null) {
                peer.close();
            }
        }
    }

    private Channel connect(int userTimeout, int keepAlive, int stallTimeout) throws Exception {
        PeerWatchFactory factory = new PeerWatchFactory();
        factory.setUserTimeout(userTimeout);
        factory.setKeepAlive(keepAlive);
        factory.setStallTimeout(stallTimeout);
        Channel channel =
                new Bootstrap()
                        .group(loop)
                        .channel(EpollSocketChannel.class)
                        .handler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel made) {
                                        made.pipeline()
                                                .addLast(factory.newChannelHandler(), new Last());
                                    }
                                })
                        .connect(server.getLocalSocketAddress())
                        .sync()
                        .channel();
        peer = server.accept();
        return channel;
    }

    private static Channel send(Channel channel) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[MUCH]));
        return channel;
    }

    @Test
    void aPeerThatDoesNotReadIsLeftAloneAndServedLater() throws Exception {
        Channel channel = send(connect(1, 1, 0));

        await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(5)).until(channel::isOpen);

        assertThat(userTimeout(channel)).as("TCP_USER_TIMEOUT during a stall").isZero();
        assertThat(peer.getInputStream().readNBytes(MUCH)).hasSize(MUCH);
        assertThat(failures).isEmpty();
    }

    @Test
    void aPeerThatTakesNothingIsEndedAfterTheStallTimeout() throws Exception {
        Channel channel = send(connect(1, 1, 2));

        await().atMost(Duration.ofSeconds(5)).until(() -> !channel.isOpen());

        assertThat(failures)
                .singleElement()
                .isInstanceOf(HalfOpenException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("took nothing for 2 s (stamp.stall-timeout)");
    }

    @Test
    void aPeerThatReadsSlowlyDoesNotStall() throws Exception {
        Channel channel = send(connect(1, 1, 1));

        // longer in total than the stall timeout, but never that long without a byte
        byte[] some = new byte[MUCH / 30];
        for (int read = 0; read < 30; read++) {
            assertThat(peer.getInputStream().readNBytes(some, 0, some.length)).isPositive();
            TimeUnit.MILLISECONDS.sleep(100);
        }

        assertThat(channel.isOpen()).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void anIdleConnectionStays() throws Exception {
        Channel channel = connect(1, 1, 1);

        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(4)).until(channel::isOpen);

        assertThat(failures).isEmpty();
        assertThat(channel.config().getOption(EpollChannelOption.SO_KEEPALIVE)).isTrue();
        assertThat(channel.config().getOption(EpollChannelOption.TCP_KEEPIDLE)).isEqualTo(1);
    }

    @Test
    void offIsOff() throws Exception {
        Channel channel = send(connect(0, 0, 0));

        assertThat(userTimeout(channel)).isZero();
        assertThat(channel.config().getOption(EpollChannelOption.SO_KEEPALIVE)).isFalse();
    }

    @Test
    void anotherFailureIsPassedOnAsItIs() throws Exception {
        Channel channel = connect(1, 1, 0);
        peer.setSoLinger(true, 0);
        peer.close();

        await().until(() -> !channel.isOpen());

        assertThat(failures).singleElement().isNotInstanceOf(HalfOpenException.class);
    }

    private static int userTimeout(Channel channel) {
        return channel.config().getOption(EpollChannelOption.TCP_USER_TIMEOUT);
    }

    /** What the handler of the link sees. */
    private final class Last extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failures.add(cause);
            context.close();
        }
    }
}
