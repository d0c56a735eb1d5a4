package io.tcsstamp.console;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names by which a console may be asked. Immutable. */
final class HostNames {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::([0-9]{1,5}))?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}|\\[.*");

    private final Set<String> names = new TreeSet<>();
    private final Set<String> further = new TreeSet<>();
    private final boolean anyAddress;

    /**
     * @param host where it listens
     * @param loopback whether that reaches this machine only
     * @param further names that the user says, with a port where it is not the usual one
     */
    HostNames(String host, boolean loopback, Set<String> further) {
        names.addAll(Set.of("localhost", "127.0.0.1", "[::1]"));
        names.add(bracketed(host));
        for (String one : further) {
            Matcher matcher = HOST.matcher(one.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a host name: " + one);
            }
            names.add(matcher.group(1));
            this.further.add(matcher.group());
        }
        // a browser can be led astray by a name only, and there somebody must log in
        this.anyAddress = !loopback;
    }

    private static String bracketed(String host) {
        boolean bare = host.contains(":") && !host.startsWith("[");
        return (bare ? "[" + host + "]" : host).toLowerCase(Locale.ROOT);
    }

    /**
     * True for a name or address of this console, with any port: it may be forwarded.
     *
     * @param header {@code Host}, as it came; may be null
     */
    boolean isOwn(String header) {
        Matcher matcher = HOST.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        return names.contains(name) || anyAddress && ADDRESS.matcher(name).matches();
    }

    /**
     * True where a page is from the host that it asks, or from one of the further names.
     *
     * @param page {@code Origin} or {@code Referer}
     * @param header {@code Host}
     */
    boolean isSame(String page, String header) {
        URI uri;
        try {
            uri = new URI(page);
        } catch (URISyntaxException e) {
            return false;
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getRawAuthority() == null) {
            return false;
        }
        String from = withPort(uri.getRawAuthority(), scheme);
        return from.equals(withPort(header, scheme))
                // what passes it on may ask by another name than the page
                || further.stream().anyMatch(name -> from.equals(withPort(name, scheme)));
    }

    private static String withPort(String authority, String scheme) {
        Matcher matcher = HOST.matcher(authority == null ? "" : authority);
        if (!matcher.matches()) {
            return "not a host: " + authority;
        }
        String port = matcher.group(2);
        String usual = scheme.equals("https") ? "443" : "80";
        return matcher.group(1).toLowerCase(Locale.ROOT) + ":" + (port == null ? usual : port);
    }
}
