package io.tcsstamp.camel;

import io.tcsstamp.telemetry.EmissionOrder;
import io.tcsstamp.telemetry.HousekeepingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.util.URISupport;

/**
 * What one bridge is told: its properties, checked, with all defaults filled in. Immutable.
 *
 * @param home the folder with {@code application.properties} and {@code routes}
 * @param properties every property of the bridge by its key
 */
public record BridgeSettings(Path home, Map<String, String> properties) {
    /** The key under which the file with the user's properties stands, where there is one. */
    public static final String CONFIGURATION = "configuration.file";

    /** The key that is true where that file makes sources of its own by route templates. */
    public static final String FURTHER_SOURCES = "configuration.sources";

    /** Keeps a copy. */
    public BridgeSettings {
        properties = Map.copyOf(properties);
    }

    /** True for a property whose value must not be shown anywhere. */
    public static boolean isSecret(String key) {
        return key.endsWith("-password");
    }

    /** Everything but the secrets. */
    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>(properties);
        shown.replaceAll(
                (key, value) ->
                        isSecret(key) && !value.isEmpty()
                                ? "******"
                                : URISupport.sanitizeUri(value));
        return "BridgeSettings[home=" + home + ", properties=" + shown + "]";
    }

    /** The value of a property, empty where it is not set. */
    public String get(String key) {
        return properties.getOrDefault(key, "");
    }

    /** True for {@code true}. */
    public boolean is(String key) {
        return Boolean.parseBoolean(get(key));
    }

    /** A file or folder, relative to the home unless absolute. */
    public Path path(String key) {
        return home.resolve(get(key));
    }

    /** Like {@link #path}, but empty where it is not set. */
    public String file(String key) {
        return get(key).isEmpty() ? "" : path(key).toString();
    }

    /** A copy with another value of one property. */
    public BridgeSettings with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(properties);
        changed.put(key, value);
        return new BridgeSettings(home, changed);
    }

    /** True where {@code application.properties} makes a source of its own by a route template. */
    public boolean hasFurtherSource() {
        return is(FURTHER_SOURCES);
    }

    /** The extra destinations, endpoint URIs separated by white space or comma and white space. */
    public List<String> extraDestinations() {
        return List.of(get("stamp.to").strip().split("[,\\s]*\\s[,\\s]*|,+$")).stream()
                .filter(uri -> !uri.isEmpty())
                .toList();
    }

    /** How the housekeeping table behaves. */
    public HousekeepingOptions housekeeping() {
        HousekeepingOptions defaults = HousekeepingOptions.defaults();
        return new HousekeepingOptions(
                is("stamp.clear"),
                get("stamp.sort").equals("name") ? EmissionOrder.NAME : EmissionOrder.TIME,
                is("stamp.fractional-time"),
                defaults.maxNames(),
                defaults.maxBytes());
    }
}
