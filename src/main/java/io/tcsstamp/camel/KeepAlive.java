package io.tcsstamp.camel;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/**
 * Lets the kernel ask a silent peer whether it is still there, so that a half-open connection is
 * noticed while nothing is sent. Stateless.
 */
final class KeepAlive {
    private static final int PROBES = 3;

    private KeepAlive() {}

    /**
     * Sets it where the platform can.
     *
     * @param seconds of silence until the first of three probes a third of that apart; 0 for the
     *     platform's own times, which are hours
     */
    static void set(Channel channel, int seconds) {
        if (seconds <= 0 || !(channel instanceof NioSocketChannel)) {
            return;
        }
        channel.config().setOption(ChannelOption.SO_KEEPALIVE, true);
        option(channel, ExtendedSocketOptions.TCP_KEEPIDLE, seconds);
        option(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, Math.max(1, seconds / PROBES));
        option(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }

    private static void option(Channel channel, SocketOption<Integer> option, int value) {
        // unknown to the platform: setOption answers false, and its own times stay
        channel.config().setOption(NioChannelOption.of(option), value);
    }
}
