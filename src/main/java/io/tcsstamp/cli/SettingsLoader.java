package io.tcsstamp.cli;

import io.tcsstamp.camel.BridgeSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Finds what the user wants: options win over environment variables, these over {@code
 * application.properties}, which wins over the defaults.
 */
final class SettingsLoader {
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("tcs.endpoint", ""),
                    Map.entry("tcs.connect-timeout", "3000"),
                    Map.entry("tcs.read-timeout", "10"),
                    Map.entry("tcs.silence", "5"),
                    Map.entry("tcs.max-block", "1048576"),
                    Map.entry("tcs.units", "definitions/tcs-units.properties"),
                    Map.entry("packet.endpoint", ""),
                    Map.entry("packet.definitions", ""),
                    Map.entry("packet.root-container", ""),
                    Map.entry("packet.select", ""),
                    Map.entry("packet.name-pattern", "{parameter}"),
                    Map.entry("packet.time", "reception"),
                    Map.entry("packet.definitions-reload", "2"),
                    Map.entry("packet.framing", "ccsds"),
                    Map.entry("packet.skip", "0"),
                    Map.entry("packet.idle", "skip"),
                    Map.entry("packet.combine-segments", "false"),
                    Map.entry("packet.secondary-header", "0"),
                    Map.entry("packet.max-packet", "0"),
                    Map.entry("packet.connect-timeout", "3000"),
                    Map.entry("packet.read-timeout", "0"),
                    Map.entry("packet.udp-buffer", "4194304"),
                    Map.entry("packet.tls", "false"),
                    Map.entry("packet.tls.trust-store", ""),
                    Map.entry("packet.tls.trust-store-password", ""),
                    Map.entry("packet.tls.trust-store-password-file", ""),
                    Map.entry("packet.tls.key-store", ""),
                    Map.entry("packet.tls.key-store-password", ""),
                    Map.entry("packet.tls.key-store-password-file", ""),
                    Map.entry("packet.tls.host-name-check", "true"),
                    Map.entry("stamp.endpoint", ""),
                    Map.entry("stamp.connect-timeout", "3000"),
                    Map.entry("stamp.keep-alive", "10"),
                    Map.entry("stamp.user-timeout", "10"),
                    Map.entry("stamp.stall-timeout", "0"),
                    Map.entry("stamp.rate", "0"),
                    Map.entry("stamp.rate-blocks", "0"),
                    Map.entry("stamp.clear", "true"),
                    Map.entry("stamp.sort", "time"),
                    Map.entry("stamp.fractional-time", "false"),
                    Map.entry("stamp.rich", "false"),
                    Map.entry("stamp.file", ""),
                    Map.entry(
                            "stamp.file-name", "stamp-${date-with-timezone:now:UTC:yyyyMMdd}.txt"),
                    Map.entry("stamp.to", ""),
                    Map.entry("stamp.queue-bytes", "16777216"),
                    Map.entry("stamp.tail", "auto"),
                    Map.entry("spool.enabled", "true"),
                    Map.entry("spool.folder", "spool"),
                    Map.entry("spool.max-bytes", "4294967296"),
                    Map.entry("spool.when-full", "drop-oldest"),
                    Map.entry("spool.synchronous", "NORMAL"),
                    Map.entry("tcs.tls", "false"),
                    Map.entry("tcs.tls.trust-store", ""),
                    Map.entry("tcs.tls.trust-store-password", ""),
                    Map.entry("tcs.tls.trust-store-password-file", ""),
                    Map.entry("tcs.tls.key-store", ""),
                    Map.entry("tcs.tls.key-store-password", ""),
                    Map.entry("tcs.tls.key-store-password-file", ""),
                    Map.entry("tcs.tls.host-name-check", "true"),
                    Map.entry("stamp.tls", "false"),
                    Map.entry("stamp.tls.trust-store", ""),
                    Map.entry("stamp.tls.trust-store-password", ""),
                    Map.entry("stamp.tls.trust-store-password-file", ""),
                    Map.entry("stamp.tls.key-store", ""),
                    Map.entry("stamp.tls.key-store-password", ""),
                    Map.entry("stamp.tls.key-store-password-file", ""),
                    Map.entry("stamp.tls.host-name-check", "true"),
                    Map.entry("health.spool-age", "60"),
                    Map.entry("console.enabled", "false"),
                    Map.entry("console.host", "127.0.0.1"),
                    Map.entry("console.port", "9401"),
                    Map.entry("console.users", ""),
                    Map.entry("console.folder", "console"),
                    Map.entry("console.host-names", ""),
                    Map.entry("console.tls", "false"),
                    Map.entry("console.tls.key-store", ""),
                    Map.entry("console.tls.key-store-password", ""),
                    Map.entry("console.tls.key-store-password-file", ""),
                    Map.entry("metrics.enabled", "false"),
                    Map.entry("metrics.max-series", "10000"),
                    Map.entry("metrics.stale", "300"),
                    Map.entry("management.host", "127.0.0.1"),
                    Map.entry("management.port", "9402"),
                    Map.entry("quarantine.folder", "quarantine"),
                    Map.entry("quarantine.max-bytes", "1073741824"),
                    Map.entry("fail-fast", "false"),
                    Map.entry("log.file", ""),
                    Map.entry("shutdown.timeout", "10"));

    /** The key under which properties of the file stand that nobody knows. */
    static final String UNKNOWN = "configuration.unknown";

    private SettingsLoader() {}

    /**
     * Loads and checks all properties.
     *
     * @param options what the command line says, by property
     * @throws UsageException if a value is wrong
     */
    static BridgeSettings load(
            Path home, Map<String, String> environment, Map<String, String> options) {
        Path configuration = home.resolve("application.properties");
        Properties file = read(configuration);
        Map<String, String> said = new TreeMap<>();
        for (String key : DEFAULTS.keySet()) {
            String value = environment.getOrDefault(variable(key), file.getProperty(key));
            if (value != null) {
                said.put(key, value.strip());
            }
        }
        said.put(BridgeSettings.CONFIGURATION, configuration.toString());
        said.put(BridgeSettings.FURTHER_SOURCES, String.valueOf(makesSource(file)));
        said.put(UNKNOWN, String.join(", ", unknown(file)));
        said.putAll(options);
        return defaults(home, said);
    }

    /**
     * The defaults and what is said here, without {@code application.properties}: for bridges that
     * must not touch anything that is real.
     */
    static BridgeSettings defaults(Path home, Map<String, String> options) {
        Map<String, String> properties = new TreeMap<>(DEFAULTS);
        properties.putAll(options);
        BridgeSettings settings = new BridgeSettings(home, properties);
        SettingsCheck.check(settings);
        return settings;
    }

    /** Properties that look like ours and are not: most likely misspelt. */
    private static List<String> unknown(Properties file) {
        return file.stringPropertyNames().stream()
                .filter(
                        key ->
                                key.matches(
                                        "(tcs|packet|stamp|spool|health|console|metrics|management|quarantine|shutdown|log|cache|fail)[.-].*"))
                .filter(key -> !DEFAULTS.containsKey(key) && !key.equals("cache.folder"))
                .sorted()
                .toList();
    }

    private static boolean makesSource(Properties file) {
        return file.stringPropertyNames().stream()
                .anyMatch(key -> key.matches("camel[.]route-?[tT]emplate\\[.*"));
    }

    /** The environment variable of a property: STAMP_RATE_BLOCKS for stamp.rate-blocks. */
    static String variable(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageException("cannot read " + file + ": " + e.getMessage());
            }
        }
        return properties;
    }
}
