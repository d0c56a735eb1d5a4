package io.tcsstamp.monitor.jmx;

import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Condition.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/** Tells of the bridge as a whole. Stateless. */
final class BridgeBean {
    private static final Table PARTS =
            new Table(
                    "Parts",
                    "Part: which part of the bridge",
                    "Level: UP, DEGRADED or DOWN",
                    "Message: why it is not well; empty where it is",
                    "Details: figures by name");

    private BridgeBean() {}

    static DescribedMBean of(
            String version,
            BridgeHealth health,
            Instant started,
            Clock clock,
            Supplier<Instant> countersSince,
            DescribedMBean.Operation resetCounters) {
        return DescribedMBean.of("The bridge from instruments to STAMP")
                .text("Version", "The version of tcs-stamp", () -> version)
                .text("Started", "When it was started, UTC", started::toString)
                .number(
                        "UptimeSeconds",
                        "For how long it runs, in seconds",
                        () -> Duration.between(started, clock.instant()).toSeconds())
                .text(
                        "Health",
                        "UP; DEGRADED where somebody should look after a part; DOWN where a part"
                                + " does not work",
                        () -> level(health.conditions()).name())
                .attribute(
                        "HealthMessages",
                        "What is not well, a line for each part",
                        lines(),
                        () -> messages(health.conditions()))
                .attribute(
                        "HealthDetails",
                        "All parts and how they are",
                        PARTS.type(),
                        () -> PARTS.of(rows(health.conditions())))
                .text(
                        "CountersSince",
                        "When all counters of these MBeans were last reset, UTC; else the start",
                        () -> countersSince.get().toString())
                .operation(
                        "resetCounters",
                        "Counts records, packets, lines and the quarantine from now on in these"
                                + " MBeans; metrics and the summary at the end go on from the"
                                + " start",
                        resetCounters)
                .build();
    }

    private static OpenType<?> lines() {
        try {
            return new ArrayType<String[]>(1, SimpleType.STRING);
        } catch (OpenDataException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Level level(List<Condition> conditions) {
        return conditions.stream()
                .map(Condition::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.UP);
    }

    private static String[] messages(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.level() != Level.UP)
                .map(condition -> condition.level() + ": " + Texts.bounded(condition.message()))
                .toArray(String[]::new);
    }

    private static List<Object[]> rows(List<Condition> conditions) {
        return conditions.stream()
                .sorted(Comparator.comparing(Condition::id))
                .map(BridgeBean::row)
                .toList();
    }

    private static Object[] row(Condition condition) {
        return new Object[] {
            Texts.bounded(condition.id()),
            condition.level().name(),
            Texts.bounded(condition.message()),
            Texts.bounded(details(new TreeMap<>(condition.details())))
        };
    }

    private static String details(Map<String, Object> details) {
        return details.entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .collect(Collectors.joining(", "));
    }
}
