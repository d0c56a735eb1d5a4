package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Link;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.spool.PendingJournal;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.tcs.TcsParser;
import io.tcsstamp.tcs.UnitRules;
import io.tcsstamp.telemetry.SampleBatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the shipped routes without a network: blocks go in where a source would put them, and lines
 * come out at {@code mock:out}, or on the standard output.
 */
@Timeout(60)
abstract class ShippedRoutesTest {
    @TempDir Path folder;

    final List<SampleBatch> tables = new CopyOnWriteArrayList<>();
    final List<Link> downs = new CopyOnWriteArrayList<>();
    final Main main = new Main();
    BridgeMonitor monitor;
    HousekeepingTables housekeeping;
    private Spools spools;
    PendingJournal journal;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final TcsParser parser = new TcsParser(UnitRules.none());
    private ProducerTemplate template;

    /** What this test says otherwise than the defaults. */
    abstract String[] settings();

    /** Routes beside the shipped ones. */
    RoutesBuilder moreRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // none
            }
        };
    }

    /** Beans instead of those of the bridge. */
    void moreBeans() {}

    @BeforeEach
    void start() {
        BridgeSettings settings =
                TestSettings.of(TestSettings.project(), folder.resolve("quarantine"), settings());
        BridgeProperties bridge = new BridgeProperties(settings);
        Properties properties = bridge.overrides();
        properties.setProperty(
                "camel.main.routesIncludePattern",
                "file:%1$s/housekeeping.yaml,file:%1$s/delivery.yaml,file:%1$s/errors.yaml"
                        .formatted(TestSettings.project().resolve("routes")));
        main.setInitialProperties(bridge.defaults());
        main.setOverrideProperties(properties);
        main.configure().addRoutesBuilder(moreRoutes());
        // of two beans with one name the first counts
        moreBeans();
        bind(settings, bridge);
        main.start();
        template = main.getCamelContext().createProducerTemplate();
    }

    private void bind(BridgeSettings settings, BridgeProperties properties) {
        Quarantine quarantine =
                new Quarantine(settings.path("quarantine.folder"), 1 << 20, Clock.systemUTC());
        monitor = new BridgeMonitor(quarantine, downs::add);
        journal = properties.journal();
        housekeeping = new HousekeepingTables(settings.housekeeping(), monitor, journal);
        spools = new Spools(new SpoolSettings(settings, properties)::options, monitor);
        BridgeBeans.bind(
                main::bind,
                settings,
                monitor,
                housekeeping,
                spools,
                journal,
                new StandardOutput(output, why -> {}),
                tables::add);
    }

    @AfterEach
    void stop() {
        main.stop();
        spools.close();
        if (journal != null) {
            journal.close();
        }
        monitor.quarantine().close();
    }

    /** The spool of a destination. */
    Spool spool(String destination) {
        return monitor.spools().get(destination);
    }

    /** What one read of a source's socket brought. */
    void read(String source, byte[] blocks) {
        template.sendBodyAndHeader(
                "direct:housekeeping", parser.parse(blocks), BridgeConstants.SOURCE, source);
    }

    void read(byte[] blocks) {
        read("tcs", blocks);
    }

    MockEndpoint mock(String uri) {
        return main.getCamelContext().getEndpoint(uri, MockEndpoint.class);
    }

    /** All lines that came to the endpoint until now. */
    String received(String uri) {
        return received(mock(uri));
    }

    static String received(MockEndpoint mock) {
        StringBuilder lines = new StringBuilder();
        mock.getReceivedExchanges()
                .forEach(exchange -> lines.append(exchange.getMessage().getBody(String.class)));
        return lines.toString();
    }

    String written() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
