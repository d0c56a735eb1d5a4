package io.tcsstamp.camel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.HealthLog;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.spool.PendingJournal;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.LatestValues;
import io.tcsstamp.telemetry.SampleBatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts Camel with the routes of a folder and what they name. One bridge runs once; {@link
 * #stop()} may be called from any thread.
 */
public final class Bridge {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

    /** How long a stop may take beyond what lines are waited for. */
    private static final Duration STREAMS_END = Duration.ofSeconds(2);

    private static final int GRACE_SECONDS = 5;

    private final BridgeSettings settings;
    private final Main main = new Main();
    private final Quarantine quarantine;
    private final BridgeMonitor monitor;
    private final PendingJournal journal;
    private final BridgeHealth health;
    private final HousekeepingTables tables;
    private final LatestValues latest;
    private final Spools spools;
    private final BridgeMBeans mbeans;
    private final ConsoleService console;
    private final ManagementService management;
    private final AtomicBoolean failed = new AtomicBoolean();

    /**
     * Prepares a bridge; nothing runs yet.
     *
     * @param table draws the samples of each emission; used where {@code stamp.rich} is true
     * @throws IllegalArgumentException if a file that a property names cannot be used
     */
    public Bridge(BridgeSettings settings, Consumer<SampleBatch> table) {
        this.settings = settings;
        this.quarantine =
                new Quarantine(
                        settings.path("quarantine.folder"),
                        Long.parseLong(settings.get("quarantine.max-bytes")),
                        Clock.systemUTC());
        this.monitor = new BridgeMonitor(quarantine, this::onDown);
        Duration spoolAge = Duration.ofSeconds(Long.parseLong(settings.get("health.spool-age")));
        this.health = new BridgeHealth(monitor, spoolAge, Clock.systemUTC());
        BridgeProperties properties = new BridgeProperties(settings);
        this.journal = properties.journal();
        this.tables = new HousekeepingTables(settings.housekeeping(), monitor, journal);
        String configuration = settings.get(BridgeSettings.CONFIGURATION);
        if (!configuration.isEmpty()) {
            main.setPropertyPlaceholderLocations("file:" + configuration + ";optional=true");
        }
        main.setInitialProperties(properties.defaults());
        main.setOverrideProperties(properties.overrides());
        this.spools = new Spools(new SpoolSettings(settings, properties)::options, monitor);
        BridgeBeans.bind(
                main::bind,
                settings,
                monitor,
                tables,
                spools,
                journal,
                new StandardOutput(this::onOutputClosed),
                table);
        this.latest = latest();
        if (latest != null) {
            main.bind("latestValues", latest);
        }
        main.bind("tcsUnits", UnitRules.load(settings.path("tcs.units")));
        this.mbeans = new BridgeMBeans(monitor, health, tables, latest);
        this.console = new ConsoleService(settings);
        // where it is not asked for nothing of it is loaded
        this.management =
                settings.is("metrics.enabled") ? new ManagementService(settings, health) : null;
        if (management != null) {
            management.bind(main::bind);
        }
        main.addMainListener(new Watch());
    }

    /**
     * Runs until it is stopped, by a signal or by {@link #stop()}.
     *
     * @return 0 where it was stopped, 1 where it failed, 2 where a route or property is wrong
     */
    public int run() {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndAwait(ended), "tcs-stamp stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            main.run();
            return failed.get() ? 1 : main.getExitCode();
        } catch (Exception e) {
            LOG.error("cannot start: {}", StartFailure.of(e, settings));
            LOG.debug("cannot start", e);
            return StartFailure.isUsage(e) ? 2 : 1;
        } finally {
            if (journal != null) {
                journal.close();
            }
            quarantine.close();
            spools.close();
            ended.countDown();
            removeHook(hook);
        }
    }

    /** At a signal the JVM waits for its hooks only, so one of them waits for the last words. */
    private void stopAndAwait(CountDownLatch ended) {
        monitor.spools().forEach(this::tellWaiting);
        stop();
        try {
            long seconds = Long.parseLong(settings.get("shutdown.timeout")) + GRACE_SECONDS;
            if (!ended.await(seconds, TimeUnit.SECONDS)) {
                LOG.error("did not end within {} s; what became of the lines until then:", seconds);
                BridgeSummary.log(monitor, tables);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellWaiting(String id, Spool spool) {
        if (spool.hasUnsent()) {
            LOG.info(
                    "stopping; {} has lines that were not sent yet; while it takes lines, {} s are"
                            + " waited at most",
                    id,
                    settings.get("shutdown.timeout"));
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("the hook is what ends the program", e);
        }
    }

    /** Stops it: what is pending is emitted and sent first, as far as that is possible in time. */
    public void stop() {
        main.completed();
    }

    /** What watches it. */
    public BridgeMonitor monitor() {
        return monitor;
    }

    /** What its sources gather. */
    HousekeepingTables tables() {
        return tables;
    }

    /** What it runs in; null before it has started. */
    CamelContext context() {
        return main.getCamelContext();
    }

    /** Stops, because the standard output cannot be written any more; the run then failed. */
    public void onOutputClosed(String why) {
        if (failed.compareAndSet(false, true)) {
            LOG.error("stopping, nobody reads the standard output any more: {}", why);
            stop();
        }
    }

    /** A line for each end of the bridge: whether it is connected, and if not why. */
    public List<String> status() {
        return monitor.links().stream().map(Link::toString).toList();
    }

    /** Where somebody can look at them; else null. */
    private LatestValues latest() {
        if (!settings.is("metrics.enabled") && !settings.is("console.enabled")) {
            return null;
        }
        int most = Integer.parseInt(settings.get("metrics.max-series"));
        if (most == 0) {
            return null;
        }
        return new LatestValues(
                most,
                Duration.ofSeconds(Long.parseLong(settings.get("metrics.stale"))),
                () ->
                        LOG.warn(
                                "more than {} parameters (metrics.max-series): the latest values of"
                                        + " further ones are not in the metrics; said once",
                                most));
    }

    private void onDown(Link link) {
        if (settings.is("fail-fast") && failed.compareAndSet(false, true)) {
            LOG.error(
                    "stopping, as asked by --fail-fast: {} {} is not connected",
                    link.end(),
                    link.address());
            stop();
        }
    }

    /** netty tells the end of a connection only after it said that it is closed. */
    private void awaitStreams() {
        try {
            if (!monitor.streams().await(STREAMS_END)) {
                LOG.warn("connections did not end; what they left may be in no line below");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Watch extends MainListenerSupport {
        @Override
        public void beforeConfigure(BaseMainSupport support) {
            if (main.getCamelContext().getRegistry().findByType(MeterRegistry.class).isEmpty()) {
                main.bind(
                        MicrometerConstants.METRICS_REGISTRY_NAME,
                        settings.is("metrics.enabled") || usesCamelsMetrics()
                                ? MetricsText.registry(latest)
                                : new SimpleMeterRegistry());
            }
        }

        @Override
        public void afterConfigure(BaseMainSupport support) {
            CamelContext context = main.getCamelContext();
            context.getManagementStrategy().addEventNotifier(new ListeningLog());
            context.getManagementStrategy().addEventNotifier(new SourceEvents(monitor));
            RouteNames.install(context);
            if (settings.is("console.enabled")) {
                RouteNames.installConsole(context);
            }
            // where it is false Camel Main leaves its own checks out, but not those of others
            if (!Boolean.FALSE.equals(main.configure().health().getEnabled())) {
                HealthChecks.register(main.getCamelContext(), health);
            }
        }

        @Override
        public void afterStart(BaseMainSupport support) {
            for (MeterRegistry registry :
                    main.getCamelContext().getRegistry().findByType(MeterRegistry.class)) {
                show(new BridgeMetrics(registry, monitor, tables, health, latest), registry);
            }
            watch(new HealthLog(health)::check);
            if (management != null) {
                management.start(main.getCamelContext());
            }
            if (settings.is("console.enabled")) {
                mbeans.register(main.getCamelContext());
            }
            console.start();
        }

        @Override
        public void beforeStop(BaseMainSupport support) {
            console.stop();
            if (management != null) {
                management.stopping();
            }
            mbeans.unregister();
        }

        /** Camel's own metrics, which application.properties may ask for, need that kind. */
        private boolean usesCamelsMetrics() {
            return main.getCamelContext()
                    .getPropertiesComponent()
                    .resolveProperty("camel.metrics.enabled")
                    .filter(Boolean::parseBoolean)
                    .isPresent();
        }

        private void show(BridgeMetrics metrics, MeterRegistry registry) {
            metrics.refresh();
            if (management != null) {
                metrics.showReady(management.readiness(main.getCamelContext()));
            }
            if (!(registry instanceof SimpleMeterRegistry)) {
                watch(metrics::refresh);
            }
        }

        private void watch(Runnable look) {
            main.getCamelContext()
                    .getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(this, "tcs-stamp health")
                    .scheduleWithFixedDelay(look, 1, 1, TimeUnit.SECONDS);
        }

        @Override
        public void afterStop(BaseMainSupport support) {
            if (management != null) {
                management.stop();
            }
            awaitStreams();
            spools.close();
            BridgeSummary.log(monitor, tables);
        }
    }
}
