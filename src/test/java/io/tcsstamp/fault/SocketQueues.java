package io.tcsstamp.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel holds of a TCP connection of this machine, as Linux tells it. */
final class SocketQueues {
    private SocketQueues() {}

    /** True where the system tells it. */
    static boolean areKnown() {
        return Files.isReadable(Path.of("/proc/net/tcp"));
    }

    /** The same as {@link #unread} once it changes no more, for nothing is read. */
    static long awaitUnread(int from, int to) throws IOException {
        long before = -1;
        for (long now = unread(from, to); now != before; now = unread(from, to)) {
            before = now;
            // longer than an acknowledgement may be delayed
            FaultStamp.pause(100);
        }
        return before;
    }

    /** How many bytes sent from one port to another are not read: at either end or on the way. */
    static long unread(int from, int to) throws IOException {
        long unread = 0;
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.isReadable(Path.of(table))) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    unread += unread(line.trim().split("\\s+"), from, to);
                }
            }
        }
        return unread;
    }

    /** Columns: number, local address, remote address, state, tx_queue:rx_queue. */
    private static long unread(String[] columns, int from, int to) {
        if (columns[0].equals("sl")) {
            return 0;
        }
        int local = port(columns[1]);
        int remote = port(columns[2]);
        String[] queues = columns[4].split(":");
        long sending = local == from && remote == to ? Long.parseLong(queues[0], 16) : 0;
        long receiving = local == to && remote == from ? Long.parseLong(queues[1], 16) : 0;
        return sending + receiving;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }
}
