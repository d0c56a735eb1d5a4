package io.tcsstamp.camel;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import jdk.net.ExtendedSocketOptions;

/**
 * Lets the kernel ask a silent peer whether it is still there, so that a half-open connection is
 * noticed while nothing is sent. Immutable.
 *
 * @param idle seconds of silence until the first question
 * @param interval seconds between questions
 * @param probes questions without an answer after which the connection is ended
 */
record KeepAlive(int idle, int interval, int probes) {
    private static final int MOST_PROBES = 3;

    /**
     * The times by which a lost peer is noticed so many seconds after its last word; after two at
     * least, as the kernel knows whole seconds only.
     *
     * @param seconds 1 or more
     */
    static KeepAlive within(int seconds) {
        int probes = Math.max(1, Math.min(MOST_PROBES, seconds - 1));
        int interval = Math.max(1, seconds / 10);
        return new KeepAlive(Math.max(1, seconds - probes * interval), interval, probes);
    }

    /** Sets it where the platform can; what it does not know stays as it is. */
    void set(Channel channel) {
        if (channel instanceof EpollSocketChannel) {
            channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
            set(channel, EpollChannelOption.TCP_KEEPIDLE, idle);
            set(channel, EpollChannelOption.TCP_KEEPINTVL, interval);
            set(channel, EpollChannelOption.TCP_KEEPCNT, probes);
        } else if (channel instanceof NioSocketChannel) {
            channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
            set(channel, NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), idle);
            set(channel, NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), interval);
            set(channel, NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), probes);
        }
    }

    private static void set(Channel channel, ChannelOption<Integer> option, int value) {
        channel.config().setOption(option, value);
    }
}
