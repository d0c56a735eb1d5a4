package io.tcsstamp.camel;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tcsstamp.monitor.BridgeHealth;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The management port beside the routes, with metrics and health ({@code metrics.enabled}): a
 * failure of it never stops them.
 */
final class ManagementService {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementService.class);

    private static final String METRICS = "/observe/metrics";
    private static final String HEALTH = "/observe/health";

    /** For so long all who scrape get the same. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private static final Duration FRESH_HEALTH = Duration.ofMillis(250);

    private final BridgeSettings settings;
    private final BridgeHealth health;
    private ManagementServer server;
    private ExecutorService makers;
    private volatile boolean stopping;

    ManagementService(BridgeSettings settings, BridgeHealth health) {
        this.settings = settings;
        this.health = health;
    }

    /** Starts it where it is asked for; to be called when the routes run. */
    void start(CamelContext context) {
        if (!settings.is("metrics.enabled")) {
            return;
        }
        String host = settings.get("management.host");
        String port = settings.get("management.port");
        // two, so that who asks for health does not wait for metrics
        makers = Executors.newFixedThreadPool(2, ManagementService::thread);
        try {
            server = ManagementServer.start(host, Integer.parseInt(port), answers(context));
            String url = "http://" + inUrl(host) + ":" + server.port();
            LOG.info("metrics: {}{}, health: {}{}", url, METRICS, url, HEALTH);
        } catch (IOException e) {
            makers.shutdownNow();
            LOG.error(
                    "no metrics and health: cannot listen on {}:{} (management.host,"
                        + " management.port): {}; is the port in use by another program or bridge,"
                        + " is the address one of this machine? The bridge goes on without",
                    host,
                    port,
                    e.getMessage());
        } catch (InterruptedException e) {
            makers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, SharedAnswer> answers(CamelContext context) {
        HealthAnswers conditions = new HealthAnswers(context, health, () -> stopping);
        Map<String, SharedAnswer> answers = new TreeMap<>();
        answers.put(HEALTH, new SharedAnswer(conditions::all, FRESH_HEALTH, makers));
        answers.put(HEALTH + "/ready", new SharedAnswer(conditions::ready, FRESH_HEALTH, makers));
        answers.put(HEALTH + "/live", new SharedAnswer(conditions::live, FRESH_HEALTH, makers));
        PrometheusMeterRegistry registry =
                context.getRegistry().findSingleByType(PrometheusMeterRegistry.class);
        if (registry == null) {
            LOG.warn(
                    "{} is not there: application.properties binds a registry of meters that is"
                            + " none of Prometheus",
                    METRICS);
        } else {
            MetricsText text = new MetricsText(registry);
            answers.put(METRICS, new SharedAnswer(text::answer, FRESH, makers));
        }
        return answers;
    }

    private static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tcs-stamp management");
        thread.setDaemon(true);
        return thread;
    }

    /** From now on the bridge is not ready; it can still be asked. */
    void stopping() {
        stopping = true;
    }

    /** Stops it where it runs. */
    void stop() {
        if (server != null) {
            server.close();
            makers.shutdownNow();
        }
    }
}
