package io.tcsstamp.console;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * What a role may ask of the MBeans; what is not said here may nobody. Nothing may run code that
 * comes with the request, change what routes are, write a file, or tell secrets. Stateless.
 */
final class JolokiaRules {
    /** Whose attributes may be read. */
    static final List<String> DOMAINS =
            List.of("io.tcsstamp", "org.apache.camel", "java.lang", "java.nio");

    private static final String OURS = "io.tcsstamp";
    private static final String CAMEL = "org.apache.camel";

    /** Its other attributes tell the command line and system properties, which may hold secrets. */
    private static final ObjectName RUNTIME = name("java.lang:type=Runtime");

    static final List<String> OF_RUNTIME =
            List.of(
                    "Name",
                    "Pid",
                    "SpecName",
                    "SpecVendor",
                    "SpecVersion",
                    "StartTime",
                    "Uptime",
                    "VmName",
                    "VmVendor",
                    "VmVersion");

    /** What Hawtio's pages of Camel ask for to show something; none has an effect. */
    static final Set<String> CAMEL_SHOWS =
            Set.of(
                    "dumpRouteAsXml",
                    "dumpRoutesAsXml",
                    "dumpRouteStatsAsXml",
                    "dumpRoutesStatsAsXml",
                    "dumpStepStatsAsXml",
                    "dumpRouteSourceLocationsAsXml",
                    "endpointStatistics",
                    "listRestServices",
                    "browse",
                    "details",
                    "getState",
                    "getUptime");

    /** Those of them that show routes as they are written, as long as they get no arguments. */
    static final Set<String> RESOLVING = Set.of("dumpRouteAsXml", "dumpRoutesAsXml");

    /**
     * Of an admin, by what they are for. Routes are not started and stopped one by one: the MBeans
     * of our sources do that as it must be done; without another route the bridge does not work.
     */
    static final Map<ObjectName, Set<String>> OPERATIONS =
            Map.of(
                    name(OURS + ":*"), Set.of(),
                    name(CAMEL + ":type=routes,*"), Set.of("reset"),
                    name(CAMEL + ":type=processors,*"), Set.of("reset"),
                    name(CAMEL + ":type=consumers,*"), Set.of("reset"),
                    name(CAMEL + ":type=context,*"), Set.of("reset"),
                    name("java.lang:type=Memory"), Set.of("gc"),
                    name("java.lang:type=Threading"),
                            Set.of("dumpAllThreads", "findDeadlockedThreads"));

    private JolokiaRules() {}

    /**
     * Why a role may not ask this; null where it may.
     *
     * @param security the MBean that tells the pages what they may
     */
    static String refusal(Role role, JolokiaCall call, ObjectName security) {
        return switch (call.type()) {
            case "version", "list", "search" -> null;
            case "read" -> ofReading(call);
            case "exec" ->
                    resolvesSecrets(call)
                            ? "routes are shown as they are written, without arguments"
                            : ofOperation(role, call.name(), call.operation(), security);
            default -> "attributes cannot be written here";
        };
    }

    /** The same call, or one that reads only what may be read where it asks for all. */
    static JolokiaCall narrowed(JolokiaCall call) {
        boolean all = call.type().equals("read") && call.attributes().isEmpty();
        return all && RUNTIME.equals(call.name()) ? call.reading(OF_RUNTIME) : call;
    }

    private static String ofReading(JolokiaCall call) {
        ObjectName name = call.name();
        if (name.isDomainPattern() || !DOMAINS.contains(name.getDomain())) {
            return "MBeans of this domain are not read here";
        }
        if (matches(name, RUNTIME)
                && (name.isPattern() || !OF_RUNTIME.containsAll(call.attributes()))) {
            return "system properties and the command line are not told here";
        }
        return null;
    }

    /** Camel puts the values of properties, also of secret ones, into what it dumps if asked to. */
    private static boolean resolvesSecrets(JolokiaCall call) {
        return RESOLVING.contains(call.operation())
                && call.members().get("arguments") instanceof List<?> arguments
                && !arguments.isEmpty();
    }

    /** Why a role may not run an operation; null where it may. */
    static String ofOperation(Role role, ObjectName name, String operation, ObjectName security) {
        if (name.isPattern()) {
            return "an operation needs one MBean";
        }
        if (onlyShows(name, operation, security)) {
            return null;
        }
        if (!isOffered(name, operation)) {
            return "this operation is not offered here";
        }
        return role == Role.ADMIN ? null : "this operation needs a login with the role admin";
    }

    /** True for an operation without an effect. */
    static boolean onlyShows(JolokiaCall call, ObjectName security) {
        return onlyShows(call.name(), call.operation(), security);
    }

    private static boolean onlyShows(ObjectName name, String operation, ObjectName security) {
        return name.getDomain().equals(CAMEL) && CAMEL_SHOWS.contains(operation)
                || name.equals(security) && operation.equals("canInvoke");
    }

    private static boolean isOffered(ObjectName name, String operation) {
        for (Map.Entry<ObjectName, Set<String>> entry : OPERATIONS.entrySet()) {
            if (entry.getKey().apply(name)
                    && (entry.getValue().isEmpty() || entry.getValue().contains(operation))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(ObjectName name, ObjectName one) {
        return name.isPattern() ? name.apply(one) : name.equals(one);
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
