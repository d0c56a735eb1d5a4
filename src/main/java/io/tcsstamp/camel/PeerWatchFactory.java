package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/**
 * Makes the handler that notices when the peer of a netty producer has vanished, for {@code
 * encoders}, before the handler of the link. All times are in seconds.
 */
public class PeerWatchFactory extends DefaultChannelHandlerFactory {
    private int userTimeout;
    private int keepAlive;
    private int stallTimeout;

    @Override
    public ChannelHandler newChannelHandler() {
        return new PeerWatch(userTimeout, keepAlive, stallTimeout);
    }

    /**
     * For how long the peer's kernel may leave what was sent unacknowledged; 0 for as long as ours
     * tries. Needs the epoll transport.
     */
    public void setUserTimeout(int userTimeout) {
        this.userTimeout = userTimeout;
    }

    /** After how long a silent peer is noticed to be gone; 0 for the platform's hours. */
    public void setKeepAlive(int keepAlive) {
        this.keepAlive = keepAlive;
    }

    /**
     * For how long a peer that is there may take nothing although lines wait; 0 for ever. Needs the
     * epoll transport.
     */
    public void setStallTimeout(int stallTimeout) {
        this.stallTimeout = stallTimeout;
    }
}
