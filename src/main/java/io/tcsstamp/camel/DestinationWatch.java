package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.FailureText;
import io.tcsstamp.monitor.Link;

/**
 * Tells the operator when a destination does not take its lines. Connections that tell it
 * themselves have a link of their own. Used by one thread.
 */
final class DestinationWatch {
    private static final String END = "destination";

    private final BridgeMonitor monitor;
    private final String destination;
    private Link link;

    DestinationWatch(BridgeMonitor monitor, String destination) {
        this.monitor = monitor;
        this.destination = destination;
        // a route that was stopped and started again goes on with the link that it had
        this.link =
                monitor.links().stream()
                        .filter(other -> other.end().equals(END))
                        .filter(other -> other.address().equals(destination))
                        .findFirst()
                        .orElse(null);
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
            link = monitor.addLink(END, destination, destination);
        }
        link.down(FailureText.of(cause) + "; trying again");
    }

    private boolean hasLinkOfItsOwn() {
        return monitor.links().stream()
                .anyMatch(other -> other.end().equalsIgnoreCase(destination));
    }
}
