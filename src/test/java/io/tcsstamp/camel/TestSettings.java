package io.tcsstamp.camel;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings of a bridge for tests: the shipped routes and definitions, all defaults filled in. */
final class TestSettings {
    private TestSettings() {}

    /** The defaults, and what a test says otherwise as keys and values in turn. */
    static BridgeSettings of(Path home, Path quarantine, String... keysAndValues) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("tcs.endpoint", "");
        properties.put("tcs.connect-timeout", "3000");
        properties.put("tcs.read-timeout", "10");
        properties.put("tcs.silence", "5");
        properties.put("health.spool-age", "60");
        properties.put("tcs.max-block", "1048576");
        properties.put("tcs.units", "definitions/tcs-units.properties");
        properties.put("stamp.endpoint", "");
        properties.put("stamp.connect-timeout", "3000");
        properties.put("stamp.keep-alive", "10");
        properties.put("stamp.user-timeout", "10");
        properties.put("stamp.stall-timeout", "0");
        properties.put("stamp.rate", "0");
        properties.put("stamp.rate-blocks", "0");
        properties.put("stamp.clear", "true");
        properties.put("stamp.sort", "time");
        properties.put("stamp.fractional-time", "false");
        properties.put("stamp.rich", "false");
        properties.put("stamp.to", "");
        properties.put("stamp.queue-bytes", "16777216");
        properties.put("stamp.tail", "auto");
        properties.put("packet.name-pattern", "{parameter}");
        properties.put("packet.time", "reception");
        properties.put("packet.definitions-reload", "0");
        properties.put("packet.framing", "ccsds");
        properties.put("packet.skip", "0");
        properties.put("packet.idle", "skip");
        properties.put("packet.combine-segments", "false");
        properties.put("packet.secondary-header", "0");
        properties.put("packet.max-packet", "0");
        properties.put("packet.connect-timeout", "3000");
        properties.put("packet.read-timeout", "0");
        properties.put("packet.udp-buffer", "4194304");
        for (String empty : List.of("endpoint", "definitions", "root-container", "select")) {
            properties.put("packet." + empty, "");
        }
        for (String end : List.of("tcs", "packet", "stamp")) {
            properties.put(end + ".tls", "false");
            properties.put(end + ".tls.host-name-check", "true");
        }
        properties.put("spool.enabled", "true");
        properties.put("spool.folder", quarantine.resolveSibling("spool").toString());
        properties.put("spool.max-bytes", "1073741824");
        properties.put("spool.when-full", "drop-oldest");
        properties.put("spool.synchronous", "NORMAL");
        properties.put("quarantine.folder", quarantine.toString());
        properties.put("quarantine.max-bytes", "1073741824");
        properties.put("metrics.enabled", "false");
        properties.put("metrics.max-series", "10000");
        properties.put("metrics.stale", "300");
        properties.put("management.host", "127.0.0.1");
        properties.put("management.port", "0");
        properties.put("fail-fast", "false");
        properties.put("shutdown.timeout", "5");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new BridgeSettings(home, properties);
    }

    /** The project's folder. */
    static Path project() {
        return Path.of("").toAbsolutePath();
    }
}
