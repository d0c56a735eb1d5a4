package io.tcsstamp.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the figures depend on: the machine, its load and the JDK. */
final class Machine {
    private static final double LOAD_AT_START = load();

    private Machine() {}

    static String describe() {
        return String.format(
                Locale.ROOT,
                "%d processors, load %s at start, %s %s, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                LOAD_AT_START < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", LOAD_AT_START),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version());
    }

    /** The load of the last minute; other work at the same time makes every figure worse. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
