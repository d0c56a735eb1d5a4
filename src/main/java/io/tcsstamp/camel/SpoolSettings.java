package io.tcsstamp.camel;

import io.tcsstamp.spool.SpoolOptions;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.spool.SpoolOptions.WhenFull;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.camel.util.URISupport;

/** How the spool of each destination behaves, from the properties. Immutable. */
public final class SpoolSettings {
    private final BridgeSettings settings;
    private final BridgeProperties properties;

    SpoolSettings(BridgeSettings settings, BridgeProperties properties) {
        this.settings = settings;
        this.properties = properties;
    }

    /**
     * A destination whose lines are kept on disk.
     *
     * @param id the destination's id, such as {@code stamp}
     * @param endpoint where its lines go, without passwords
     * @param file where they are kept
     */
    public record Destination(String id, String endpoint, Path file) {}

    /** Where the lines of each destination are kept; also where the spool is switched off. */
    public static List<Destination> destinations(BridgeSettings settings) {
        BridgeProperties properties = new BridgeProperties(settings);
        SpoolSettings spools = new SpoolSettings(settings, properties);
        return properties.destinationIds().stream()
                .filter(id -> !id.equals("stdout"))
                .map(id -> new Destination(id, shown(properties.endpoint(id)), spools.file(id)))
                .toList();
    }

    /** A password in a URI is for the endpoint alone. */
    private static String shown(String endpoint) {
        return URISupport.sanitizeUri(endpoint);
    }

    private Path file(String id) {
        return settings.path("spool.folder").resolve(fileName(id));
    }

    /** The options of a destination's spool, by its id. */
    SpoolOptions options(String id) {
        int destinations = Math.max(1, properties.destinationIds().size());
        long memory = Long.parseLong(settings.get("stamp.queue-bytes")) / destinations;
        // what is printed belongs to this run: a later one must not print it again
        if (!settings.is("spool.enabled") || id.equals("stdout")) {
            return SpoolOptions.inMemory(memory);
        }
        String policy = settings.get("spool.when-full").replace('-', '_');
        return new SpoolOptions(
                file(id),
                Synchronous.valueOf(settings.get("spool.synchronous").toUpperCase(Locale.ROOT)),
                Long.parseLong(settings.get("spool.max-bytes")),
                WhenFull.valueOf(policy.toUpperCase(Locale.ROOT)),
                memory);
    }

    /**
     * Lines that wait for one endpoint must never go to another one: so its name is in the file's.
     */
    private String fileName(String destination) {
        String endpoint = properties.endpoint(destination);
        // a name of a user's own route may hold anything
        String id = destination.replaceAll("[^A-Za-z0-9-]+", "-");
        String readable = endpoint.replaceAll("[^A-Za-z0-9.]+", "-");
        if (readable.equals(endpoint.replace(':', '-')) && readable.length() < 80) {
            return id + "-" + readable + ".db";
        }
        CRC32 crc = new CRC32();
        crc.update(endpoint.getBytes(StandardCharsets.UTF_8));
        return id.replaceFirst("[0-9]+$", "") + Long.toHexString(crc.getValue()) + ".db";
    }
}
