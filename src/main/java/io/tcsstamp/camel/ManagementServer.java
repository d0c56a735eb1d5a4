package io.tcsstamp.camel;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Listens on the management port. One thread does all of it, and never waits; it is none of those
 * of the routes. Thread-safe.
 */
final class ManagementServer implements AutoCloseable {
    /** Who comes beyond is closed: more than anybody who scrapes needs. */
    private static final int MOST_CONNECTIONS = 1100;

    private static final int MOST_LINE_BYTES = 1024;
    private static final int MOST_HEADER_BYTES = 8192;
    private static final long CLOSE_SECONDS = 2;

    private final EventLoopGroup group;
    private final Channel channel;

    private ManagementServer(EventLoopGroup group, Channel channel) {
        this.group = group;
        this.channel = channel;
    }

    /**
     * Starts one.
     *
     * @param port 0 for any that is free
     * @param answers by their paths
     * @throws IOException if it cannot listen there
     */
    static ManagementServer start(String host, int port, Map<String, SharedAnswer> answers)
            throws IOException, InterruptedException {
        EventLoopGroup group =
                new NioEventLoopGroup(1, new DefaultThreadFactory("tcs-stamp management", true));
        ManagementTraffic traffic = new ManagementTraffic(MOST_CONNECTIONS);
        LocalNames names = new LocalNames(host);
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, MOST_CONNECTIONS)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel connection) {
                                        connection
                                                .pipeline()
                                                .addLast(
                                                        new HttpServerCodec(
                                                                MOST_LINE_BYTES,
                                                                MOST_HEADER_BYTES,
                                                                MOST_HEADER_BYTES),
                                                        new ManagementHandler(
                                                                answers, names, traffic));
                                    }
                                })
                        .bind(host, port)
                        .await();
        if (!bound.isSuccess()) {
            stop(group);
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        return new ManagementServer(group, bound.channel());
    }

    /** The port where it listens. */
    int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close();
        stop(group);
    }

    private static void stop(EventLoopGroup group) {
        group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
