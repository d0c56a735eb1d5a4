package io.tcsstamp.camel;

import io.tcsstamp.spool.SpoolOptions;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import io.tcsstamp.spool.SpoolOptions.WhenFull;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** How the spool of each destination behaves, from the properties. Immutable. */
final class SpoolSettings {
    private final BridgeSettings settings;
    private final BridgeProperties properties;

    SpoolSettings(BridgeSettings settings, BridgeProperties properties) {
        this.settings = settings;
        this.properties = properties;
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
                settings.path("spool.folder").resolve(fileName(id)),
                Synchronous.valueOf(settings.get("spool.synchronous").toUpperCase(Locale.ROOT)),
                Long.parseLong(settings.get("spool.max-bytes")),
                WhenFull.valueOf(policy.toUpperCase(Locale.ROOT)),
                memory);
    }

    /**
     * Lines that wait for one endpoint must never go to another one: so its name is in the file's.
     */
    private String fileName(String id) {
        String endpoint = properties.endpoint(id);
        String readable = endpoint.replaceAll("[^A-Za-z0-9.]+", "-");
        if (readable.equals(endpoint.replace(':', '-')) && readable.length() < 80) {
            return id + "-" + readable + ".db";
        }
        CRC32 crc = new CRC32();
        crc.update(endpoint.getBytes(StandardCharsets.UTF_8));
        return id.replaceFirst("[0-9]+$", "") + Long.toHexString(crc.getValue()) + ".db";
    }
}
