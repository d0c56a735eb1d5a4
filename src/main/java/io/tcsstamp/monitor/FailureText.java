package io.tcsstamp.monitor;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

/** Says in the operator's words why a connection failed. Stateless. */
public final class FailureText {
    private FailureText() {}

    /**
     * What happened, the likely cause and what to do.
     *
     * @param failure as the network library gave it, possibly wrapped
     */
    public static String of(Throwable failure) {
        Throwable root = root(failure);
        String message = String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT);
        if (root instanceof UnknownHostException || root instanceof UnresolvedAddressException) {
            return "unknown host; is the name right?";
        }
        if (root instanceof SocketTimeoutException || message.contains("timed out")) {
            return "no answer in time (timeout); is the host up and the network connected?";
        }
        if (root instanceof NoRouteToHostException
                || root instanceof PortUnreachableException
                || message.contains("unreachable")
                || message.contains("no route")) {
            return "unreachable; is the network connected and the address right?";
        }
        if (message.contains("refused")) {
            return "connection refused; nothing listens there: is it started, and the port right?";
        }
        if (message.contains("reset") || message.contains("broken pipe")) {
            return "connection reset by the peer";
        }
        if (root instanceof ClosedChannelException) {
            return "connection closed";
        }
        if (root instanceof ConnectException && root.getMessage() != null) {
            return "failed: " + root.getMessage();
        }
        // the type says what a message such as a file's name does not
        return "failed: "
                + root.getClass().getSimpleName()
                + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
