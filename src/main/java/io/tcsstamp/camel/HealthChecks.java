package io.tcsstamp.camel;

import io.tcsstamp.monitor.BridgeHealth;
import io.tcsstamp.monitor.Condition;
import io.tcsstamp.monitor.Condition.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * The bridge's parts as Camel's health checks, for readiness only: a bridge whose STAMP is away
 * need not be started anew. A degraded part is UP with a message and {@code degraded=true}.
 */
final class HealthChecks implements HealthCheckRepository {
    private static final String GROUP = "tcs-stamp";

    private final CamelContext context;
    private final BridgeHealth health;
    private final Map<String, Check> checks = new ConcurrentHashMap<>();
    private boolean enabled = true;

    private HealthChecks(CamelContext context, BridgeHealth health) {
        this.context = context;
        this.health = health;
    }

    /** Adds them to a context, unless it has no registry of health checks. */
    static void register(CamelContext context, BridgeHealth health) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry != null) {
            registry.register(new HealthChecks(context, health));
        }
    }

    /** True for a check that is one of these. */
    static boolean isOurs(HealthCheck check) {
        return GROUP.equals(check.getGroup());
    }

    @Override
    public String getId() {
        return GROUP;
    }

    /** One check per link and spool that there is now. */
    @Override
    public Stream<HealthCheck> stream() {
        return enabled ? health.parts().keySet().stream().map(this::check) : Stream.empty();
    }

    private HealthCheck check(String part) {
        return checks.computeIfAbsent(
                part,
                id -> {
                    Check check = new Check(id, health);
                    check.setCamelContext(context);
                    return check;
                });
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    private static final class Check extends AbstractHealthCheck {
        private final BridgeHealth health;

        Check(String id, BridgeHealth health) {
            super(GROUP, id);
            this.health = health;
        }

        @Override
        public boolean isLiveness() {
            return false;
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            Supplier<Condition> part = health.parts().get(getId());
            if (part == null) {
                // it has gone since the checks were listed
                builder.unknown();
                return;
            }
            tell(builder, part.get());
        }

        private static void tell(HealthCheckResultBuilder builder, Condition condition) {
            builder.state(
                    condition.level() == Level.DOWN
                            ? HealthCheck.State.DOWN
                            : HealthCheck.State.UP);
            builder.details(condition.details());
            builder.detail("degraded", condition.level() == Level.DEGRADED);
            if (!condition.message().isEmpty()) {
                builder.message(condition.message());
            }
        }
    }
}
