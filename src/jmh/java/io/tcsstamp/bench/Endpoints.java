package io.tcsstamp.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Both ends of a bridge, as its command line names them.
 *
 * @param tcs where the TCS EGSE listens
 * @param stamp where STAMP listens
 */
record Endpoints(InetSocketAddress tcs, InetSocketAddress stamp) {

    static Endpoints ofPorts(int tcs, int stamp) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return new Endpoints(
                new InetSocketAddress(loopback, tcs), new InetSocketAddress(loopback, stamp));
    }

    /** Reads {@code --tcs HOST:PORT --stamp HOST:PORT}. */
    static Endpoints parse(String... args) {
        if (args.length != 4 || !args[0].equals("--tcs") || !args[2].equals("--stamp")) {
            throw new IllegalArgumentException("expected: --tcs HOST:PORT --stamp HOST:PORT");
        }
        return new Endpoints(address(args[1]), address(args[3]));
    }

    String[] arguments() {
        return new String[] {"--tcs", text(tcs), "--stamp", text(stamp)};
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
