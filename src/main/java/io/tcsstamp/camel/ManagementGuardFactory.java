package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** Makes the guard of each connection to the management port, for {@code decoders}. */
final class ManagementGuardFactory extends DefaultChannelHandlerFactory {
    private final LocalNames names;
    private final ManagementTraffic traffic;

    /**
     * Creates it.
     *
     * @param host where the port listens
     */
    ManagementGuardFactory(String host, ManagementTraffic traffic) {
        this.names = new LocalNames(host);
        this.traffic = traffic;
    }

    @Override
    public ChannelHandler newChannelHandler() {
        return new ManagementGuard(names, traffic);
    }
}
