package io.tcsstamp.camel;

import java.net.BindException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.util.URISupport;

/** Says in one line why Camel did not start, and whose mistake it is. Stateless. */
final class StartFailure {
    private static final int LONGEST = 400;
    private static final int DEEPEST = 20;
    private static final Pattern ROUTE = Pattern.compile("Failed to create route:? (\\S+)");
    private static final Pattern FILE = Pattern.compile("[^\\s:]+[.](yaml|xml)");
    private static final Pattern OBJECT = Pattern.compile("(on bean: )?[\\w.$]+@[0-9a-f]{5,}");

    private StartFailure() {}

    /** The innermost message, and where Camel tells it the route. */
    static String of(Throwable failure, BridgeSettings settings) {
        Throwable root = failure;
        String route = "";
        String file = "";
        for (int depth = 0; depth < DEEPEST; depth++) {
            Matcher named = ROUTE.matcher(String.valueOf(root.getMessage()));
            if (named.find()) {
                route = named.group(1);
            }
            Matcher inFile = FILE.matcher(String.valueOf(root.getMessage()));
            if (inFile.find()) {
                file = inFile.group();
            }
            if (root instanceof PacketDefinitionException) {
                // says itself where
                return root.getMessage();
            }
            if (root.getCause() == null) {
                break;
            }
            root = root.getCause();
        }
        if (root instanceof TlsException) {
            // says itself where
            return root.getMessage();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String text = OBJECT.matcher(message).replaceAll("").strip();
        if (root instanceof BindException || text.startsWith("bind(")) {
            return unbound(text, settings);
        }
        return where(route, file, settings)
                + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    /** True where what the user wrote is wrong, not what was tried. */
    static boolean isUsage(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++, at = at.getCause()) {
            if (at instanceof FailedToCreateRouteException
                    || at instanceof ResolveEndpointFailedException
                    || at instanceof NoSuchEndpointException
                    || at instanceof PropertyBindingException
                    || at instanceof PacketDefinitionException
                    || at instanceof TlsException) {
                return true;
            }
        }
        return false;
    }

    /** Camel does not say which address it was. */
    private static String unbound(String why, BridgeSettings settings) {
        String endpoint = settings.get("packet.endpoint");
        boolean first = endpoint.startsWith("listen:") || endpoint.startsWith("udp:");
        return (first ? "packet.endpoint (--packets) " + endpoint : "an endpoint that listens")
                + ": "
                + why
                + "; is the port in use by another program or bridge, is the address one of this"
                + " machine? Sources in camel.route-template lines may be meant too";
    }

    private static String where(String route, String file, BridgeSettings settings) {
        if (route.startsWith("to-")) {
            int number = Integer.parseInt(route.substring("to-".length()));
            String uri = settings.extraDestinations().get(number - 1);
            return "stamp.to '" + URISupport.sanitizeUri(uri) + "': ";
        }
        if (!route.isEmpty()) {
            return "route " + route + ": ";
        }
        return file.isEmpty() ? "routes or application.properties: " : file + ": ";
    }
}
