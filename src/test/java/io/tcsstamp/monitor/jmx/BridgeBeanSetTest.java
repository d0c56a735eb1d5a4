package io.tcsstamp.monitor.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tcsstamp.monitor.Link;
import io.tcsstamp.spool.Spool;
import io.tcsstamp.spool.SpoolOptions;
import io.tcsstamp.telemetry.Batches;
import io.tcsstamp.telemetry.Rejection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanOperationInfo;
import javax.management.ObjectName;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JMX client can read of a bridge, and that nothing stays behind. */
class BridgeBeanSetTest {
    @TempDir Path folder;
    private BeanRig rig;

    @BeforeEach
    void register() {
        rig = new BeanRig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Set<ObjectName> names() throws JMException {
        return rig.server.queryNames(new ObjectName("io.tcsstamp*:*"), null);
    }

    @Test
    void tellsOfTheBridge() throws Exception {
        ObjectName bridge = rig.name("Bridge");
        assertThat(bridge).hasToString("io.tcsstamp:type=Bridge");
        rig.clock.skipSeconds(90);

        assertThat(rig.get(bridge, "Version")).isEqualTo("1.2.3");
        assertThat(rig.get(bridge, "Started")).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(rig.number(bridge, "UptimeSeconds")).isEqualTo(90);
        assertThat(rig.get(bridge, "Health")).isEqualTo("UP");
        Link link = rig.monitor.addLink("TCS", "10.0.0.5:6666");
        link.down("connection refused");

        assertThat(rig.get(bridge, "Health")).isEqualTo("DOWN");
        assertThat((String[]) rig.get(bridge, "HealthMessages"))
                .containsExactly(
                        "DOWN: TCS 10.0.0.5:6666: connection refused (since " + link.since() + ")");
        TabularData parts = (TabularData) rig.get(bridge, "HealthDetails");
        assertThat(parts.get(new Object[] {"link-tcs-10.0.0.5:6666"}).get("Level"))
                .isEqualTo("DOWN");
        assertThat(parts.get(new Object[] {"quarantine"}).get("Details"))
                .isEqualTo("bytes: 0, unstored: 0");
        assertThat(parts.get(new Object[] {"link-tcs-10.0.0.5:6666"}).get("Details"))
                .isEqualTo(
                        "address: 10.0.0.5:6666, end: TCS, since: "
                                + link.since()
                                + ", state: DOWN");
        assertThat(link.since()).isEqualTo(link.since().truncatedTo(ChronoUnit.MILLIS));
        assertThat(parts.keySet())
                .as("by name")
                .extracting(key -> ((List<?>) key).get(0).toString())
                .isSorted();
    }

    @Test
    void linksThatComeAndGoAreTold() throws Exception {
        Link link = rig.monitor.addLink("TCS", "10.0.0.5:6666", "tcs");
        Link same = rig.monitor.addLink("TCS", "10.0.0.5:6666");
        rig.beans.refresh();
        link.up();
        link.silent(Instant.parse("2026-11-21T06:43:50Z"), true);
        same.down("no route");

        ObjectName first = rig.name("Links", "TCS 10.0.0.5:6666");
        assertThat(first).hasToString("io.tcsstamp:type=Links,name=\"TCS 10.0.0.5:6666\"");
        assertThat(rig.get(first, "State")).isEqualTo("UP");
        assertThat(rig.get(first, "SilentSince")).isEqualTo("2026-11-21T06:43:50Z");
        assertThat(rig.get(first, "StalledSince")).isEqualTo("");
        ObjectName second = rig.name("Links", "TCS 10.0.0.5:6666 (2)");
        assertThat(rig.get(second, "State")).isEqualTo("DOWN");
        assertThat(rig.get(second, "Detail")).isEqualTo("no route");

        rig.monitor.removeLinks("tcs");
        rig.beans.refresh();
        assertThat(names()).contains(second).doesNotContain(first);
    }

    @Test
    void tellsOfASpool() throws Exception {
        try (Spool spool = Spool.open("stamp", SpoolOptions.inMemory(1000))) {
            rig.monitor.addSpool("stamp", spool);
            rig.beans.refresh();
            spool.append("a\nb\n".getBytes(StandardCharsets.UTF_8), 2, 0, 0);
            ObjectName name = rig.name("Spools", "stamp");

            assertThat(rig.get(name, "Destination")).isEqualTo("stamp");
            assertThat(rig.get(name, "Durable")).isEqualTo(false);
            assertThat(rig.number(name, "Lines")).isEqualTo(2);
            assertThat(rig.number(name, "Bytes")).isEqualTo(4);
            assertThat(rig.number(name, "MaxBytes")).isEqualTo(1000);
            assertThat(rig.get(name, "Books"))
                    .isEqualTo(
                            "0 recovered + 2 accepted = 0 confirmed + 2 spooled + 0 dropped;"
                                    + " 0 resent");
            rig.invoke(rig.name("Bridge"), "resetCounters");
            assertThat(rig.get(name, "Books"))
                    .isEqualTo(
                            "2 recovered + 0 accepted = 0 confirmed + 2 spooled + 0 dropped;"
                                    + " 0 resent");
            assertThat(spool.counters().accepted()).as("not for the metrics").isEqualTo(2);
        }
    }

    @Test
    void tellsOfASourceAndItsPackets() throws Exception {
        rig.sources.add("packets");
        rig.beans.refresh();
        ObjectName name = rig.name("Sources", "packets");
        assertThat(rig.number(name, "RecordsRead")).as("before the first one").isZero();
        var counters = rig.monitor.source("packets");
        counters.read(5);
        rig.table("packets")
                .add(
                        Batches.block(
                                Batches.at("01", "a", "1"),
                                Batches.at("02", "a", "2"),
                                Batches.at("03", "b", "3")));
        counters.quarantined(2);
        counters.packets().decoded(7, 3);
        counters.packets().failed(7, "short");
        counters.packets().missing(8, 4);

        assertThat(rig.get(name, "Books"))
                .isEqualTo(
                        "5 read = 0 forwarded + 1 superseded + 2 quarantined + 2 pending; 0"
                                + " repeated");
        assertThat(rig.get(name, "State")).isEqualTo("Started");
        assertThat(rig.get(name, "Endpoint")).isEqualTo("host:1");
        assertThat(rig.number(name, "PacketsDecoded")).isEqualTo(3);
        assertThat(rig.number(name, "PacketsFailed")).isEqualTo(1);
        assertThat(rig.number(name, "PacketsMissing")).isEqualTo(4);
        TabularData apids = (TabularData) rig.get(name, "Apids");
        assertThat(apids.get(new Object[] {7L}).get("Odd")).isEqualTo("1 short");

        rig.clock.skipSeconds(5);
        assertThat(rig.invoke(name, "resetCounters"))
                .isEqualTo("counted since 2026-11-21T00:00:05Z");
        counters.read(1);
        rig.table("packets").add(Batches.block(Batches.at("04", "b", "4")));
        counters.packets().failed(7, "time");
        assertThat(rig.get(name, "Books"))
                .isEqualTo(
                        "3 read = 0 forwarded + 1 superseded + 0 quarantined + 2 pending; 0"
                                + " repeated");
        assertThat(rig.get(name, "CountersSince")).isEqualTo("2026-11-21T00:00:05Z");
        assertThat(rig.get(rig.name("Bridge"), "CountersSince")).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(rig.number(name, "PacketsMissing")).isZero();
        apids = (TabularData) rig.get(name, "Apids");
        assertThat(apids.get(new Object[] {7L}).get("Odd")).isEqualTo("1 time");
    }

    @Test
    void showsTheLatestValuesWhateverTheirNames() throws Exception {
        rig.sources.add("tcs");
        rig.beans.refresh();
        ObjectName name = rig.name("Sources", "tcs");
        String hostile = "<img src=x onerror=alert(1)>\"*?,=";
        rig.values.source("tcs").add(Batches.block(Batches.at("01", hostile, "7.5 V")));
        for (int i = 0; i < 1500; i++) {
            rig.values.source("tcs").add(Batches.block(Batches.at("02", "p" + i, "1")));
        }

        TabularData values = (TabularData) rig.get(name, "LatestValues");
        assertThat(values.size()).isEqualTo(ValueTable.MOST);
        assertThat(values.get(new Object[] {hostile}).get("Value")).isEqualTo("7.5 V");
        assertThat(values.get(new Object[] {hostile}).get("Time"))
                .isEqualTo("2021-01-08T16:34:01Z");
    }

    @Test
    void tellsOfTheQuarantine() throws Exception {
        ObjectName name = rig.name("Quarantine");
        assertThat((TabularData) rig.get(name, "Files"))
                .satisfies(t -> assertThat(t.size()).isZero());
        rig.quarantine.add("x", new Rejection(new byte[] {1, 2}, "odd"));

        assertThat(rig.get(name, "Folder")).isEqualTo(folder.toString());
        assertThat(rig.number(name, "Records")).isEqualTo(1);
        assertThat(rig.number(name, "Bytes")).isEqualTo(2);
        assertThat(rig.number(name, "MaxBytes")).isEqualTo(1 << 20);
        TabularData files = (TabularData) rig.get(name, "Files");
        assertThat(files.get(new Object[] {"quarantine-20261121.jsonl"}).get("Bytes"))
                .isEqualTo(rig.number(name, "Written"));
        rig.invoke(rig.name("Bridge"), "resetCounters");
        assertThat(rig.number(name, "Records")).isZero();
        assertThat(rig.number(name, "ReplayedRecords")).isEqualTo(3);
        assertThat(
                        rig.server.invoke(
                                name,
                                "replay",
                                new Object[] {"a.jsonl"},
                                new String[] {String.class.getName()}))
                .isEqualTo("a.jsonl is replayed");
        assertThatThrownBy(() -> rig.server.invoke(name, "replay", new Object[] {1}, new String[1]))
                .hasMessageContaining("parameter 1 must be a text");
    }

    @Test
    void everythingHasADescriptionAndAnOpenType() throws Exception {
        rig.sources.add("tcs");
        rig.monitor.addLink("TCS", "x:1");
        rig.monitor.addSpool("stamp", Spool.open("stamp", SpoolOptions.inMemory(1000)));
        rig.beans.refresh();

        assertThat(names()).hasSize(5);
        for (ObjectName name : names()) {
            for (MBeanAttributeInfo info : rig.server.getMBeanInfo(name).getAttributes()) {
                assertThat(info.getDescription()).as("%s %s", name, info.getName()).isNotBlank();
                Object value = rig.get(name, info.getName());
                assertThat(((OpenMBeanAttributeInfo) info).isValue(value))
                        .as("%s %s: %s", name, info.getName(), value)
                        .isTrue();
            }
            for (MBeanOperationInfo info : rig.server.getMBeanInfo(name).getOperations()) {
                assertThat(info.getDescription()).as(info.getName()).isNotBlank();
                assertThat(info.getImpact()).isEqualTo(MBeanOperationInfo.ACTION);
            }
        }
    }

    @Test
    void whatIsRefusedOrFailsIsAnExceptionOfTheJdk() throws Exception {
        rig.sources.add("tcs");
        rig.beans.refresh();
        ObjectName name = rig.name("Sources", "tcs");

        assertThatThrownBy(() -> rig.invoke(name, "stop"))
                .isInstanceOf(MBeanException.class)
                .hasMessage("tcs is stopped already")
                .cause()
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("tcs is stopped already")
                .hasNoCause();
        assertThatThrownBy(() -> rig.invoke(name, "start"))
                .isInstanceOf(MBeanException.class)
                .hasMessageContaining("start failed: ")
                .cause()
                .hasNoCause();
        assertThatThrownBy(() -> rig.invoke(name, "explode"))
                .hasMessageContaining("there is no operation explode");
        assertThatThrownBy(() -> rig.server.setAttribute(name, new Attribute("RecordsRead", 1L)))
                .isInstanceOf(JMException.class);
    }

    @Test
    void twoBridgesInOneProcessHaveADomainEach() throws Exception {
        try (BeanRig other = new BeanRig(folder.resolve("other"), rig.server)) {
            assertThat(other.name("Bridge")).hasToString("io.tcsstamp-2:type=Bridge");
            assertThat(names()).hasSize(4);
        }
        assertThat(names()).hasSize(2);
        rig.close();
        assertThat(names()).isEmpty();
        rig.monitor.addLink("TCS", "late:1");
        rig.beans.refresh();
        assertThat(names()).as("nothing comes after the end").isEmpty();
    }
}
