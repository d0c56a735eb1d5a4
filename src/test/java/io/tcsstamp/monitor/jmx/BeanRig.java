package io.tcsstamp.monitor.jmx;

import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.BridgeMonitor;
import io.tcsstamp.monitor.Quarantine;
import io.tcsstamp.monitor.TestClock;
import io.tcsstamp.telemetry.Housekeeping;
import io.tcsstamp.telemetry.HousekeepingOptions;
import io.tcsstamp.telemetry.LatestValues;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** The MBeans of a bridge without routes, in a server of their own. */
final class BeanRig implements AutoCloseable, SourceControl, ReplayControl {
    final TestClock clock = new TestClock("2026-11-21T00:00:00Z");
    final MBeanServer server;
    final Quarantine quarantine;
    final BridgeMonitor monitor;
    final Set<String> sources = new TreeSet<>();
    private final Map<String, Housekeeping> tables = new ConcurrentHashMap<>();
    final LatestValues values = new LatestValues(2000, Duration.ZERO, () -> {});
    final BridgeBeanSet beans;

    BeanRig(Path folder) {
        this(folder, MBeanServerFactory.newMBeanServer());
    }

    BeanRig(Path folder, MBeanServer server) {
        this.server = server;
        this.quarantine = new Quarantine(folder, 1 << 20, clock);
        this.monitor = new BridgeMonitor(quarantine, link -> {});
        this.beans =
                new BridgeBeanSet(
                        server,
                        "1.2.3",
                        monitor,
                        new BridgeHealth(monitor, Duration.ofSeconds(60), clock),
                        this::table,
                        values::of,
                        this,
                        this,
                        clock.instant(),
                        clock);
    }

    Housekeeping table(String source) {
        return tables.computeIfAbsent(
                source, id -> new Housekeeping(HousekeepingOptions.defaults()));
    }

    ObjectName name(String type) {
        return BeanNames.of(beans.domain(), type);
    }

    ObjectName name(String type, String name) {
        return BeanNames.of(beans.domain(), type, name, 1);
    }

    Object get(ObjectName name, String attribute) throws JMException {
        return server.getAttribute(name, attribute);
    }

    long number(ObjectName name, String attribute) throws JMException {
        return (Long) get(name, attribute);
    }

    Object invoke(ObjectName name, String operation) throws JMException {
        return server.invoke(name, operation, new Object[0], new String[0]);
    }

    @Override
    public Set<String> ids() {
        return sources;
    }

    @Override
    public String state(String id) {
        return "Started";
    }

    @Override
    public String endpoint(String id) {
        return "host:1";
    }

    @Override
    public String stop(String id) throws RefusedException {
        throw new RefusedException(id + " is stopped already");
    }

    @Override
    public String start(String id) {
        throw new UnsupportedOperationException("a mistake, for this test");
    }

    @Override
    public String replay(String file) {
        return file + " is replayed";
    }

    @Override
    public String replayAll() {
        return "all";
    }

    @Override
    public String last() {
        return "";
    }

    @Override
    public long replayed() {
        return 3;
    }

    @Override
    public void close() {
        beans.close();
        quarantine.close();
    }
}
