package io.tcsstamp.sim;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** What one client of the simulator is sent. Thread-safe: many clients are fed at once. */
interface Feed {
    /** Ends a block. */
    byte ETX = 0x03;

    /**
     * Sends until there is nothing more to send.
     *
     * @throws IOException if the client went away
     * @throws InterruptedException if the simulator is closed
     */
    void send(SocketChannel client) throws IOException, InterruptedException;
}
