package io.tcsstamp.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Where a command listens: this machine only, unless asked otherwise. */
final class ListenOptions {
    @Option(
            names = {"--bind", "--host"},
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to listen on (default: ${DEFAULT-VALUE}, reachable from this machine"
                            + " only; 0.0.0.0: from everywhere).")
    private String address;

    String address() {
        return address;
    }

    /** Says so where others than this machine can connect. */
    void warn(PrintWriter err) {
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                err.println(
                        "Warning: --bind "
                                + address
                                + " is reachable from other machines, by whoever likes, and"
                                + " unencrypted");
                err.flush();
            }
        } catch (UnknownHostException e) {
            // told when it is bound
        }
    }
}
