package io.tcsstamp.camel;

import io.tcsstamp.console.Console;
import io.tcsstamp.console.ConsoleException;
import io.tcsstamp.console.ConsoleOptions;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console beside the routes ({@code console.enabled}): it starts in a thread of its own, and a
 * failure of it never stops them. Thread-safe.
 */
final class ConsoleService {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleService.class);
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(3);

    private final BridgeSettings settings;
    private Thread starting;
    private Console console;
    private boolean stopped;

    ConsoleService(BridgeSettings settings) {
        this.settings = settings;
    }

    /** Starts it where it is asked for; to be called when the routes run. */
    synchronized void start() {
        if (!settings.is("console.enabled") || stopped) {
            return;
        }
        starting = new Thread(this::open, "tcs-stamp console start");
        starting.setDaemon(true);
        starting.start();
    }

    private void open() {
        try {
            Console fresh = Console.start(options());
            synchronized (this) {
                if (!stopped) {
                    console = fresh;
                    LOG.info(
                            "console: {} ({})",
                            fresh.url(),
                            fresh.isOperable()
                                    ? "operations after a login with the role admin"
                                    : "it only shows; for operations an account is needed:"
                                            + " console.users, tcs-stamp user NAME --role admin");
                    return;
                }
            }
            fresh.close();
        } catch (ConsoleException | IllegalArgumentException e) {
            LOG.error("no console, the bridge runs without it: {}", e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("no console, the bridge runs without it: {}", e.toString());
            LOG.debug("no console", e);
        }
    }

    private ConsoleOptions options() {
        Set<String> names = new TreeSet<>();
        for (String name : settings.get("console.host-names").split("[,\\s]+")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        SSLContext tls = settings.is("console.tls") ? tls() : null;
        return new ConsoleOptions(
                settings.get("console.host"),
                Integer.parseInt(settings.get("console.port")),
                names,
                settings.get("console.users").isEmpty() ? null : settings.path("console.users"),
                settings.path("console.folder"),
                tls);
    }

    private SSLContext tls() {
        if (settings.get("console.tls.key-store").isEmpty()) {
            throw new IllegalArgumentException(
                    "console.tls is true, so console.tls.key-store must name our key and"
                            + " certificate");
        }
        return new TlsStores(settings, "console").context();
    }

    /** Stops it where it runs, also while it starts. */
    void stop() {
        Console running;
        Thread begun;
        synchronized (this) {
            stopped = true;
            running = console;
            console = null;
            begun = starting;
        }
        if (running != null) {
            running.close();
        }
        if (begun != null) {
            try {
                begun.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
