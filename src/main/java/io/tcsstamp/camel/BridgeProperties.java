package io.tcsstamp.camel;

import io.tcsstamp.spool.PendingJournal;
import io.tcsstamp.spool.SpoolOptions.Synchronous;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a bridge's settings in the properties that Camel and the routes read. */
final class BridgeProperties {
    /** The property with the folder that relative names of the bridge are relative to. */
    static final String HOME = "tcs-stamp.home";

    private static final int MILLIS = 1000;
    private static final int ANY_PORT = 9402;

    private final BridgeSettings settings;

    BridgeProperties(BridgeSettings settings) {
        this.settings = settings;
    }

    /** What {@code application.properties} may say otherwise. */
    Properties defaults() {
        Properties p = new Properties();
        p.setProperty("camel.main.name", "tcs-stamp");
        p.setProperty("camel.main.routesIncludePattern", routes());
        p.setProperty("camel.main.streamCachingEnabled", "false");
        // what only the console needs
        p.setProperty("camel.main.jmxEnabled", String.valueOf(settings.is("console.enabled")));
        if (settings.is("metrics.enabled")) {
            metrics(p);
        }
        p.setProperty("camel.main.shutdownTimeout", settings.get("shutdown.timeout"));
        p.setProperty("camel.main.shutdownLogInflightExchangesOnTimeout", "false");
        return p;
    }

    /** Camel's own meters of routes, and those of the process; nothing for each exchange. */
    private static void metrics(Properties p) {
        p.setProperty("camel.metrics.enabled", "true");
        p.setProperty("camel.metrics.enableExchangeEventNotifier", "false");
        // of each route; their sums say nothing
        p.setProperty("camel.metrics.routePolicyLevel", "route");
        p.setProperty(
                "camel.metrics.binders",
                "jvm-memory,jvm-gc,jvm-thread,processor,file-descriptor,uptime");
    }

    /** What is so whatever {@code application.properties} says. */
    Properties overrides() {
        Properties p = new Properties();
        settings.properties().keySet().stream()
                .filter(key -> !BridgeSettings.isSecret(key))
                .forEach(key -> p.setProperty(key, settings.get(key)));
        p.setProperty("stamp.rate-millis", String.valueOf(rateMillis()));
        p.setProperty("stamp.emission", emission());
        p.setProperty("stamp.spools", String.join(",", spools()));
        // beside lines drawings may be left out; alone they are what was asked for
        p.setProperty(
                "stamp.table",
                destinationIds().isEmpty()
                        ? "seda:table?size=100&blockWhenFull=true"
                        : "seda:table?size=100&discardWhenFull=true&blockWhenFull=false");
        p.setProperty("file.enabled", String.valueOf(!settings.get("stamp.file").isEmpty()));
        p.setProperty("file.folder", settings.file("stamp.file"));
        p.setProperty("stdout.enabled", String.valueOf(usesStandardOutput()));
        boolean stamp = !settings.get("stamp.endpoint").isEmpty();
        p.setProperty("stamp.enabled", String.valueOf(stamp));
        p.setProperty("stamp.native", String.valueOf(stamp && NativeTransport.isAvailable()));
        if (!settings.get("tcs.endpoint").isEmpty()) {
            template(p, "tcs-source", "tcs", "endpoint", settings.get("tcs.endpoint"));
        }
        if (settings.is("metrics.enabled")) {
            p.setProperty("management.address", managementAddress());
            template(p, "management", "metrics", "path", "/observe/metrics");
            template(p, "management", "health", "path", "/observe/health");
        }
        p.setProperty(HOME, settings.home().toAbsolutePath().toString());
        // relative to the home, whoever uses it
        p.setProperty("packet.definitions", settings.file("packet.definitions"));
        if (!settings.get("packet.endpoint").isEmpty()) {
            packets(p, PacketEndpoint.parse(settings.get("packet.endpoint")));
        }
        List<String> extra = settings.extraDestinations();
        for (int i = 0; i < extra.size(); i++) {
            template(p, "destination", "to-" + (i + 1), "uri", extra.get(i));
        }
        return p;
    }

    /** {@code HOST:PORT} as in a URL; a free port is looked for here, since a route names one. */
    private String managementAddress() {
        String host = settings.get("management.host");
        int port = Integer.parseInt(settings.get("management.port"));
        if (port == 0) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(host))) {
                port = free.getLocalPort();
            } catch (IOException e) {
                // the route will say why it cannot listen there
                port = ANY_PORT;
            }
        }
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private void packets(Properties p, PacketEndpoint from) {
        template(p, from.kind().template(), "packets", "endpoint", from.address());
        if (from.kind() == PacketEndpoint.Kind.FILE) {
            p.setProperty("camel.route-template[packets].uri", from.fileUri(settings.home()));
        }
    }

    /** The ids of the routes that deliver lines. */
    List<String> destinationIds() {
        List<String> ids = new ArrayList<>();
        if (!settings.get("stamp.endpoint").isEmpty()) {
            ids.add("stamp");
        }
        if (usesStandardOutput()) {
            ids.add("stdout");
        }
        if (!settings.get("stamp.file").isEmpty()) {
            ids.add("file");
        }
        for (int i = 1; i <= settings.extraDestinations().size(); i++) {
            ids.add("to-" + i);
        }
        return ids;
    }

    /** Where the lines of a destination go: an endpoint, a folder, a URI. */
    String endpoint(String id) {
        return switch (id) {
            case "stamp" -> settings.get("stamp.endpoint");
            case "file" -> settings.file("stamp.file");
            default -> {
                int extra = destinationIds().indexOf(id) - destinationIds().indexOf("to-1");
                yield id.startsWith("to-") && extra >= 0
                        ? settings.extraDestinations().get(extra)
                        : "";
            }
        };
    }

    /**
     * All routes of the folder; only those that ship where nothing of the user's may be touched.
     */
    private String routes() {
        Path folder = settings.home().resolve("routes");
        Stream<String> files =
                settings.get(BridgeSettings.CONFIGURATION).isEmpty()
                        ? Stream.of(
                                "sources.yaml",
                                "packets.yaml",
                                "housekeeping.yaml",
                                "delivery.yaml",
                                "errors.yaml",
                                "management.yaml")
                        : Stream.of("*.yaml", "*.xml");
        return files.map(file -> "file:" + folder.resolve(file)).collect(Collectors.joining(","));
    }

    private List<String> spools() {
        return destinationIds().stream().map(id -> "spool:" + id).toList();
    }

    private boolean usesStandardOutput() {
        return settings.get("stamp.endpoint").isEmpty() && !settings.is("stamp.rich");
    }

    private long rateMillis() {
        return Math.round(Double.parseDouble(settings.get("stamp.rate")) * MILLIS);
    }

    private String emission() {
        if (Integer.parseInt(settings.get("stamp.rate-blocks")) > 0) {
            return "blocks";
        }
        if (rateMillis() > 0) {
            return "rate";
        }
        return settings.is("stamp.clear") ? "each" : "each-again";
    }

    /**
     * The journal of what the housekeeping tables gather, null where nothing is kept on disk. Where
     * nothing is gathered either it is only read, to send what another way of emission left.
     */
    PendingJournal journal() {
        if (!settings.is("spool.enabled")) {
            return null;
        }
        return new PendingJournal(
                settings.path("spool.folder"),
                Synchronous.valueOf(settings.get("spool.synchronous")),
                !emission().startsWith("each"));
    }

    /** A route of this id from a template that takes the id and one thing more. */
    private static void template(
            Properties p, String template, String id, String parameter, String value) {
        String key = "camel.route-template[" + id + "].";
        p.setProperty(key + "template-id", template);
        p.setProperty(key + "route-id", id);
        p.setProperty(key + "id", id);
        p.setProperty(key + parameter, value);
    }
}
