package io.tcsstamp.camel;

import io.netty.channel.epoll.Epoll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether netty's epoll transport can be used here: on Linux with glibc, on x86-64 and aarch64.
 * Only with it the kernel tells what a peer has acknowledged. Thread-safe.
 */
final class NativeTransport {
    private static final Logger LOG = LoggerFactory.getLogger(NativeTransport.class);

    private NativeTransport() {}

    /** True where it can be used. Where it cannot, the log says once what follows from that. */
    static boolean isAvailable() {
        return Check.AVAILABLE;
    }

    /** Made at the first question, by one thread; others wait for it. */
    private static final class Check {
        static final boolean AVAILABLE = check();

        private static boolean check() {
            if (Epoll.isAvailable()) {
                return true;
            }
            Throwable cause = Epoll.unavailabilityCause();
            LOG.warn(
                    "netty's epoll transport is not available ({}): what STAMP has acknowledged"
                            + " cannot be seen; a fixed tail of 8 MiB is assumed, and"
                            + " stamp.user-timeout has no effect",
                    firstLine(cause));
            LOG.debug("no epoll transport", cause);
            return false;
        }

        private static String firstLine(Throwable cause) {
            return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        }
    }
}
