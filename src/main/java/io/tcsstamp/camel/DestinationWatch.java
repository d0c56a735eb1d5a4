package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.monitor.Link;

/**
 * Tells the operator when a destination does not take its lines. Connections that tell it
 * themselves have a link of their own. Used by one thread.
 */
final class DestinationWatch {
    private final BridgeMonitor monitor;
    private final String destination;
    private Link link;

    DestinationWatch(BridgeMonitor monitor, String destination) {
        this.monitor = monitor;
        this.destination = destination;
    }

    /** The destination took lines. */
    void delivered() {
        if (link != null) {
            link.up();
        }
    }

    /** The destination did not take lines; they are kept and tried again. */
    void failed(Throwable cause) {
        if (link == null && hasLinkOfItsOwn()) {
            return;
        }
        if (link == null) {
            link = monitor.addLink("destination", destination, destination);
        }
        link.down(FailureText.of(cause) + "; trying again");
    }

    private boolean hasLinkOfItsOwn() {
        return monitor.links().stream()
                .anyMatch(other -> other.end().equalsIgnoreCase(destination));
    }
}
