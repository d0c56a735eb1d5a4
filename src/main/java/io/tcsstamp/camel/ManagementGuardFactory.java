package io.tcsstamp.camel;

import io.netty.channel.ChannelHandler;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** Makes the guard of each connection to the management port, for {@code decoders}. */
final class ManagementGuardFactory extends DefaultChannelHandlerFactory {
    private final LocalNames names;
    private final ManagementTraffic traffic;
    private final ManagementAnswers answers;

    /**
     * Creates it.
     *
     * @param host where the port listens
     */
    ManagementGuardFactory(String host, ManagementTraffic traffic, ManagementAnswers answers) {
        this.names = new LocalNames(host);
        this.traffic = traffic;
        this.answers = answers;
    }

    @Override
    public ChannelHandler newChannelHandler() {
        return new ManagementGuard(names, traffic, answers);
    }
}
