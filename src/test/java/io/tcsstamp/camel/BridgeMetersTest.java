package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.telemetry.HousekeepingOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From bytes to meters: read = forwarded + superseded + quarantined + pending. */
@Timeout(30)
class BridgeMetersTest extends CamelTestSupport {
    @TempDir static Path folder;

    private final BridgeMonitor monitor =
            new BridgeMonitor(new Quarantine(folder, 1 << 20, Clock.systemUTC()), link -> {});
    private final HousekeepingTables tables =
            new HousekeepingTables(HousekeepingOptions.defaults(), monitor, null);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected RouteBuilder createRouteBuilder() {
        context.getRegistry().bind("bridgeMonitor", monitor);
        return new RouteBuilder() {
            @Override
            public void configure() {
                Intake intake = new Intake();
                intake.setCamelContext(getContext());
                intake.setSource("tcs");
                intake.setEndpoint("127.0.0.1:6666");
                from("direct:tcs")
                        .unmarshal()
                        .custom("tcs")
                        .process(intake)
                        .split(simple("${body.blocks}"))
                        .aggregate(header(BridgeConstants.SOURCE), tables)
                        .completionSize(3)
                        .to("mock:out");
            }
        };
    }

    @Test
    void everyRecordAddsUp() {
        monitor.source("tcs");
        BridgeHealth health = new BridgeHealth(monitor, Duration.ofSeconds(60), Clock.systemUTC());
        new BridgeMetrics(meters, monitor, tables, health, null).refresh();
        for (int i = 1; i <= 5; i++) {
            template.sendBody(
                    "direct:tcs",
                    block(entry("0" + i, "a", "1"), "garbage", entry("0" + i, "b" + i, "2")));
        }
        await().untilAsserted(() -> assertThat(value("tcsstamp.records.forwarded")).isEqualTo(4));

        assertThat(value("tcsstamp.records.read")).isEqualTo(15);
        assertThat(value("tcsstamp.records.quarantined")).isEqualTo(5);
        assertThat(value("tcsstamp.records.superseded")).isEqualTo(3);
        assertThat(value("tcsstamp.records.pending")).isEqualTo(3);
        assertThat(value("tcsstamp.lines.repeated")).isZero();
        assertThat(value("tcsstamp.quarantine.bytes")).isEqualTo(35);
        assertThat(value("tcsstamp.quarantine.unstored")).isZero();
    }

    private double value(String name) {
        Meter meter = meters.get(name).meter();
        return meter.measure().iterator().next().getValue();
    }
}
