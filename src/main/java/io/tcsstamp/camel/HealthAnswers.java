package io.tcsstamp.camel;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Condition.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/**
 * The health of a bridge as JSON: 200 where it is UP, 503 where it is DOWN, with the parts and why.
 * Ready is whether data can flow: all links, spools and what else Camel checks. Live is whether it
 * works at all: where it is not, a new start helps. Thread-safe.
 */
final class HealthAnswers {
    private final CamelContext context;
    private final BridgeHealth health;
    private final Liveness liveness;
    private final BooleanSupplier stopping;

    /**
     * Creates them.
     *
     * @param stopping whether the bridge was asked to stop
     */
    HealthAnswers(CamelContext context, BridgeHealth health, BooleanSupplier stopping) {
        this.context = context;
        this.health = health;
        this.liveness = new Liveness(context);
        this.stopping = stopping;
    }

    /** Everything. */
    Answer all() {
        List<Condition> all = readiness();
        all.addAll(liveness());
        return answer(all);
    }

    /** Whether data can flow. */
    Answer ready() {
        return answer(readiness());
    }

    /** Whether data can flow, without the parts. */
    boolean isReady() {
        return readiness().stream().noneMatch(part -> part.level() == Level.DOWN);
    }

    /** Whether the bridge works. */
    Answer live() {
        return answer(liveness());
    }

    private List<Condition> readiness() {
        List<Condition> parts = new ArrayList<>();
        if (stopping.getAsBoolean()) {
            parts.add(new Condition("bridge", Level.DOWN, "the bridge is stopping", Map.of()));
        }
        parts.addAll(health.conditions());
        parts.addAll(camel(HealthCheck::isReadiness));
        return parts;
    }

    private List<Condition> liveness() {
        List<Condition> parts = new ArrayList<>(liveness.conditions());
        parts.addAll(camel(check -> check.isLiveness() && !check.isReadiness()));
        return parts;
    }

    /** What Camel and others check; ours are looked at themselves. */
    private List<Condition> camel(Predicate<HealthCheck> which) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry == null || !registry.isEnabled()) {
            return List.of();
        }
        return registry.stream()
                .filter(check -> check.isEnabled() && !HealthChecks.isOurs(check))
                .filter(which)
                .map(HealthAnswers::condition)
                .toList();
    }

    private static Condition condition(HealthCheck check) {
        HealthCheck.Result result = check.call();
        boolean up = result.getState() == HealthCheck.State.UP;
        String message = result.getMessage().orElse(up ? "" : String.valueOf(result.getState()));
        return new Condition(check.getId(), up ? Level.UP : Level.DOWN, message, Map.of());
    }

    private static Answer answer(List<Condition> conditions) {
        List<Condition> parts = new ArrayList<>(conditions);
        parts.sort(Comparator.comparing(Condition::level).reversed());
        Level worst = parts.isEmpty() ? Level.UP : parts.get(0).level();
        JsonObject all = new JsonObject();
        all.put("status", worst == Level.DOWN ? "DOWN" : "UP");
        all.put("degraded", worst == Level.DEGRADED);
        JsonArray checks = new JsonArray();
        parts.forEach(part -> checks.add(json(part)));
        all.put("checks", checks);
        return new Answer(
                worst == Level.DOWN
                        ? HttpResponseStatus.SERVICE_UNAVAILABLE
                        : HttpResponseStatus.OK,
                "application/json",
                all.toJson().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject json(Condition part) {
        JsonObject json = new JsonObject();
        json.put("name", part.id());
        json.put("status", part.level() == Level.DOWN ? "DOWN" : "UP");
        if (part.level() == Level.DEGRADED) {
            json.put("degraded", true);
        }
        if (!part.message().isEmpty()) {
            // a message may hold the URI of an endpoint
            json.put("message", URISupport.sanitizeUri(part.message()));
        }
        if (!part.details().isEmpty()) {
            JsonObject data = new JsonObject();
            data.putAll(new TreeMap<>(part.details()));
            json.put("data", data);
        }
        return json;
    }
}
