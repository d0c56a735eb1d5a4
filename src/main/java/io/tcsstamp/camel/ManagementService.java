package io.tcsstamp.camel;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tcsstamp.monitor.BridgeHealth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The management port, with metrics and health ({@code metrics.enabled}): its routes start when the
 * others run, and a failure of it never stops them. Used by the thread that starts and stops.
 */
final class ManagementService {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementService.class);

    private static final List<String> ROUTES = List.of("metrics", "health");
    private static final int DEEPEST = 20;
    private static final String METRICS = "/observe/metrics";
    private static final String HEALTH = "/observe/health";

    /** For so long all who scrape get the same. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private static final Duration FRESH_HEALTH = Duration.ofMillis(250);

    private final BridgeSettings settings;
    private final BridgeHealth health;
    private final ManagementTraffic traffic = new ManagementTraffic();
    private final ManagementAnswers answers = new ManagementAnswers(traffic);

    /** One for each answer: where one of them waits for a disk, the others do not. */
    private final ExecutorService makers = Executors.newCachedThreadPool(ManagementService::thread);

    private volatile boolean stopping;

    ManagementService(BridgeSettings settings, BridgeHealth health) {
        this.settings = settings;
        this.health = health;
    }

    /** Binds what the routes of the management port name. */
    void bind(BiConsumer<String, Object> registry) {
        registry.accept("managementAnswers", answers);
        registry.accept(
                "managementGuard",
                new ManagementGuardFactory(settings.get("management.host"), traffic, answers));
    }

    /** Starts its routes; to be called when the others run. */
    void start(CamelContext context) {
        answers.set(answers(context));
        String address = context.resolvePropertyPlaceholders("{{management.address}}");
        try {
            for (String route : ROUTES) {
                context.getRouteController().startRoute(route);
            }
            LOG.info(
                    "metrics: http://{}{}, health: http://{}{}", address, METRICS, address, HEALTH);
        } catch (Exception e) {
            LOG.error(
                    "no metrics and health: cannot listen on {} (management.host, management.port):"
                            + " {}; {}? The bridge goes on without",
                    address,
                    innermost(e),
                    likely(String.valueOf(innermost(e))));
            LOG.debug("no metrics and health", e);
        }
    }

    private static String likely(String failure) {
        return failure.startsWith("Address already in use")
                ? "by another program, another bridge, or this one's console (console.port)"
                : "is the address one of this machine, is the port above 1023";
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST; depth++) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private Map<String, SharedAnswer> answers(CamelContext context) {
        HealthAnswers conditions = new HealthAnswers(context, health, () -> stopping);
        Map<String, SharedAnswer> all = new TreeMap<>();
        all.put(HEALTH, new SharedAnswer(conditions::all, FRESH_HEALTH, makers));
        all.put(HEALTH + "/ready", new SharedAnswer(conditions::ready, FRESH_HEALTH, makers));
        all.put(HEALTH + "/live", new SharedAnswer(conditions::live, FRESH_HEALTH, makers));
        PrometheusMeterRegistry registry =
                context.getRegistry().findSingleByType(PrometheusMeterRegistry.class);
        if (registry == null) {
            LOG.warn(
                    "{} is not there: application.properties binds a registry of meters that is"
                            + " none of Prometheus",
                    METRICS);
        } else {
            all.put(METRICS, new SharedAnswer(new MetricsText(registry)::answer, FRESH, makers));
        }
        return all;
    }

    /** Whether the health says that data can flow; looks at the spools' files. */
    BooleanSupplier readiness(CamelContext context) {
        return new HealthAnswers(context, health, () -> stopping)::isReady;
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

    /** Ends its threads; the routes stop with the others. */
    void stop() {
        makers.shutdownNow();
    }
}
