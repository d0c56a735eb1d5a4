package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import org.apache.camel.CamelContext;

/** The bridge's own MBeans in the platform's server, where the console shows them. */
final class BridgeMBeans {
    private final BridgeMonitor monitor;
    private final HousekeepingTables tables;

    BridgeMBeans(BridgeMonitor monitor, HousekeepingTables tables) {
        this.monitor = monitor;
        this.tables = tables;
    }

    /** Registers one for each link, spool and source that there is now. */
    void register(CamelContext context) {}

    /** Removes them. */
    void unregister() {}
}
