package io.tcsstamp.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where packets come from, as {@code packet.endpoint} says it. Immutable.
 *
 * @param kind how they come
 * @param address {@code HOST:PORT}, or the file or folder
 * @param options of Camel's file component, behind a {@code ?}; empty for none
 */
public record PacketEndpoint(Kind kind, String address, String options) {
    private static final String LOOPBACK = "127.0.0.1";

    /** How packets come. */
    public enum Kind {
        /** Over TCP, from a server that the bridge connects to. */
        CONNECT("packet-source"),
        /** Over TCP, from clients that connect to the bridge. */
        LISTEN("packet-server"),
        /** As UDP datagrams. */
        UDP("packet-udp"),
        /** From a file, or from the files of a folder. */
        FILE("packet-file");

        private final String template;

        Kind(String template) {
            this.template = template;
        }

        /** The id of the route template for it. */
        public String template() {
            return template;
        }
    }

    /**
     * Reads {@code [tcp:]HOST:PORT}, {@code listen:[HOST:]PORT}, {@code udp:[HOST:]PORT} or {@code
     * file:PATH[?OPTIONS]}.
     *
     * @throws IllegalArgumentException if it is none of them; the message says what is possible
     */
    public static PacketEndpoint parse(String text) {
        if (text.startsWith("file:") && text.length() > "file:".length()) {
            String path = text.substring("file:".length());
            int options = path.indexOf('?');
            return options < 0
                    ? new PacketEndpoint(Kind.FILE, path, "")
                    : new PacketEndpoint(
                            Kind.FILE, path.substring(0, options), path.substring(options + 1));
        }
        if (text.startsWith("listen:")) {
            return new PacketEndpoint(Kind.LISTEN, local(text, text.substring(7)), "");
        }
        if (text.startsWith("udp:")) {
            return new PacketEndpoint(Kind.UDP, local(text, text.substring(4)), "");
        }
        String address = text.startsWith("tcp:") ? text.substring(4) : text;
        check(text, address);
        return new PacketEndpoint(Kind.CONNECT, address, "");
    }

    /** What is only for this machine unless another address is said. */
    private static String local(String text, String address) {
        String whole = address.matches("[0-9]+") ? LOOPBACK + ":" + address : address;
        check(text, whole);
        return whole;
    }

    private static void check(String text, String address) {
        if (!isHostAndPort(address)) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is not HOST:PORT, listen:[HOST:]PORT, udp:[HOST:]PORT or file:PATH"
                            + " with a port from 1 to 65535");
        }
    }

    /** True for {@code HOST:PORT}; an IPv6 address stands in brackets. */
    public static boolean isHostAndPort(String value) {
        int colon = value.lastIndexOf(':');
        String host = value.substring(0, Math.max(colon, 0));
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return !host.isEmpty()
                && (bracketed || !host.contains(":"))
                && host.matches("[A-Za-z0-9._%-]+|\\[[A-Fa-f0-9.:%]+[A-Za-z0-9]*\\]")
                && isPort(value.substring(colon + 1));
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= 65_535;
    }

    /** The URI of Camel's file component; a file is left where it is, a folder's are moved. */
    String fileUri(Path home) {
        Path path = home.resolve(address).toAbsolutePath().normalize();
        List<String> all = new ArrayList<>();
        if (Files.isRegularFile(path)) {
            standard(all, "noop=true");
            all.add("fileName=RAW(" + path.getFileName() + ")");
            path = path.getParent();
        } else {
            // a file that is being written is left alone
            standard(all, "readLock=changed");
            if (!options.contains("noop=") && !options.contains("delete=")) {
                standard(all, "move=.done");
            }
        }
        if (!options.isEmpty()) {
            all.add(options);
        }
        return "file:" + path + "?" + String.join("&", all);
    }

    private void standard(List<String> all, String option) {
        String name = option.substring(0, option.indexOf('=') + 1);
        if (!options.startsWith(name) && !options.contains("&" + name)) {
            all.add(option);
        }
    }
}
