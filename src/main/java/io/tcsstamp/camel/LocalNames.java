package io.tcsstamp.camel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * By which names a port that only this machine reaches may be asked: a web page of elsewhere can
 * give its own name the address of this machine (DNS rebinding), and would then read what it likes;
 * it cannot do so by {@code localhost} or an address. A port that others reach is asked by any
 * name. Immutable and thread-safe.
 */
final class LocalNames {
    private final boolean loopback;

    /** The names of a port that listens on this host. */
    LocalNames(String host) {
        this.loopback = isLoopback(host);
    }

    /** True for a {@code Host} header that is allowed; where there is none no browser asks. */
    boolean isAllowed(String header) {
        return !loopback || header == null || isLocalhostOrAddress(withoutPort(header));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String withoutPort(String header) {
        int port = header.lastIndexOf(':');
        return port > header.lastIndexOf(']') ? header.substring(0, port) : header;
    }

    private static boolean isLocalhostOrAddress(String name) {
        return name.toLowerCase(Locale.ROOT).equals("localhost")
                || name.startsWith("[") && name.endsWith("]")
                || name.matches("[0-9]{1,3}([.][0-9]{1,3}){3}");
    }
}
