package io.tcsstamp.console;

import java.nio.file.Path;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * Where a console listens and whom it lets in. Immutable.
 *
 * @param host the address or name to listen at
 * @param port from 0 to 65535; 0 takes a free one
 * @param hostNames under which further names browsers may reach it, through a proxy for example
 * @param users the file of accounts; null for none
 * @param folder where the pages are unpacked to
 * @param tls with the key and certificate to show; null for HTTP
 */
public record ConsoleOptions(
        String host, int port, Set<String> hostNames, Path users, Path folder, SSLContext tls) {
    /** Keeps a copy. */
    public ConsoleOptions {
        hostNames = Set.copyOf(hostNames);
    }
}
