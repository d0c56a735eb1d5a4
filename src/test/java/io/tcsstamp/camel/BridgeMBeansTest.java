package io.tcsstamp.camel;

import static io.tcsstamp.camel.Streams.block;
import static io.tcsstamp.camel.Streams.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tcsstamp.monitor.BridgeHealth;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JMX client looks after a bridge that runs. */
@Timeout(90)
class BridgeMBeansTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    @TempDir Path home;
    private BridgeMBeans beans;

    private Set<ObjectName> names(String pattern) throws JMException {
        return server.queryNames(new ObjectName(beans.domain() + ":" + pattern), null);
    }

    private ObjectName name(String rest) throws JMException {
        return new ObjectName(beans.domain() + ":" + rest);
    }

    private Object invoke(ObjectName name, String operation) throws JMException {
        return server.invoke(name, operation, new Object[0], new String[0]);
    }

    @Test
    void everythingCanBeReadAndDone() throws Exception {
        try (Instrument tcs = new Instrument();
                PacketRig rig = new PacketRig(home, "", "tcs.endpoint", tcs.endpoint())) {
            rig.awaitStarted("tcs");
            BridgeHealth health =
                    new BridgeHealth(rig.monitor(), Duration.ofSeconds(60), Clock.systemUTC());
            beans = new BridgeMBeans(rig.monitor(), health, rig.bridge().tables(), null);
            beans.register(rig.bridge().context());
            ObjectName source = name("type=Sources,name=\"tcs\"");
            ObjectName bridge = name("type=Bridge");
            await().untilAsserted(
                            () ->
                                    assertThat(server.getAttribute(bridge, "Health"))
                                            .isEqualTo("UP"));
            tcs.send(block(entry("01", "a", "1"), entry("02", "b", "2")));
            rig.awaitLines(2);

            assertThat(server.getAttribute(source, "RecordsForwarded")).isEqualTo(2L);
            assertThat(server.getAttribute(source, "Endpoint")).isEqualTo(tcs.endpoint());
            ObjectName spool = name("type=Spools,name=\"stamp\"");
            await().untilAsserted(
                            () ->
                                    assertThat(server.getAttribute(spool, "LinesAccepted"))
                                            .isEqualTo(2L));
            assertThat((String) invoke(bridge, "resetCounters")).startsWith("counted since ");
            assertThat(server.getAttribute(source, "RecordsRead")).isEqualTo(0L);
            assertThat(rig.monitor().source("tcs").read()).isEqualTo(2);

            invoke(source, "stop");
            ObjectName link = name("type=Links,name=\"TCS " + tcs.endpoint() + "\"");
            assertThat(server.getAttribute(link, "State")).isEqualTo("STOPPED");
            assertThat(server.getAttribute(link, "Detail")).isEqualTo("stopped by an operator");
            assertThat(server.getAttribute(bridge, "Health")).isEqualTo("DOWN");
            assertThatThrownBy(() -> invoke(source, "stop"))
                    .isInstanceOf(MBeanException.class)
                    .hasMessageContaining("tcs is stopped already");
            invoke(source, "start");
            await().untilAsserted(
                            () -> assertThat(server.getAttribute(link, "State")).isEqualTo("UP"));

            Files.createDirectories(home.resolve("quarantine"));
            Files.writeString(
                    home.resolve("quarantine/quarantine-20260101.jsonl"),
                    "{\"time\":\"2026-01-01T00:00:00Z\",\"origin\":\"tcs x\",\"hex\":\""
                            + java.util.HexFormat.of()
                                    .formatHex(
                                            entry("03", "c", "3")
                                                    .getBytes(StandardCharsets.ISO_8859_1))
                            + "\"}\n");
            assertThat((String) invoke(name("type=Quarantine"), "replayAll"))
                    .contains("1 read: 1 value sent;");
            rig.awaitLines(3);
            assertThat(server.getAttribute(name("type=Quarantine"), "LastReplay"))
                    .asString()
                    .contains("1 read: 1 value sent;");

            Set<ObjectName> all = names("*");
            rig.monitor().addLink("TCS", "later:1");
            await().untilAsserted(() -> assertThat(names("*")).hasSize(all.size() + 1));
            String domain = beans.domain();
            beans.unregister();
            assertThat(server.queryNames(new ObjectName(domain + ":*"), null)).isEmpty();
        }
    }
}
