package io.tcsstamp.console;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import javax.management.InstanceNotFoundException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console of one bridge, while it runs. Thread-safe. */
public final class Console implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final ServerConnector connector;
    private final ConsoleFolder folder;
    private final ConsoleSecurity security;
    private final String url;
    private final boolean operable;

    private Console(
            ServerConnector connector,
            ConsoleFolder folder,
            ConsoleSecurity security,
            String url,
            boolean operable) {
        this.connector = connector;
        this.folder = folder;
        this.security = security;
        this.url = url;
        this.operable = operable;
    }

    /**
     * Starts one.
     *
     * @throws ConsoleException if that is not possible as it is asked for; nothing is left then
     */
    public static Console start(ConsoleOptions options) throws ConsoleException {
        boolean loopback = isLoopback(options.host());
        Users users = users(options, loopback);
        ServerConnector connector = ConsoleServer.listener(options);
        ConsoleFolder folder = null;
        ConsoleSecurity security = null;
        try {
            open(connector, options);
            folder = ConsoleFolder.take(options.folder());
            int port = connector.getLocalPort();
            String url = url(options, port);
            security = ConsoleSecurity.register(port);
            Access access =
                    new Access(
                            users,
                            new Sessions(System::nanoTime),
                            loopback,
                            options.tls() != null,
                            port);
            boolean operable = users.now().hasAdmin();
            Path policy = folder.policy(PolicyFile.text(url));
            ServletContextHandler context =
                    ConsoleServer.context(
                            folder,
                            policy,
                            new Guard(
                                    new HostNames(options.host(), loopback, options.hostNames()),
                                    access),
                            new PagesFilter(loopback, operable),
                            new JolokiaFilter(security.name()));
            LoginThrottle throttle = new LoginThrottle(System::nanoTime);
            context.addServlet(
                    new ServletHolder(new LoginServlet(users, access, throttle)), Paths.LOGIN);
            context.addServlet(new ServletHolder(new LogoutServlet(access)), Paths.LOGOUT);
            Server server = connector.getServer();
            server.setHandler(context);
            server.start();
            return new Console(connector, folder, security, url, operable);
        } catch (ConsoleException e) {
            close(connector, security, folder);
            throw e;
        } catch (Exception e) {
            close(connector, security, folder);
            LOG.debug("the console did not start", e);
            throw new ConsoleException(
                    "it cannot be started: " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    e);
        }
    }

    private static boolean isLoopback(String host) throws ConsoleException {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return !host.isEmpty();
        } catch (UnknownHostException e) {
            throw new ConsoleException(
                    "console.host " + host + " is not known; say an address of this machine", e);
        }
    }

    private static Users users(ConsoleOptions options, boolean loopback) throws ConsoleException {
        Users users;
        try {
            users = new Users(options.users());
        } catch (IOException e) {
            throw new ConsoleException("console.users: " + e.getMessage(), e);
        }
        if (!loopback && users.now().accounts().isEmpty()) {
            throw new ConsoleException(
                    "console.host "
                            + options.host()
                            + " is reached from other machines, so console.users must name a file"
                            + " with an account; make one: tcs-stamp user NAME --role admin");
        }
        if (options.users() != null && UsersFile.isOpen(options.users())) {
            LOG.warn(
                    "console.users {}: others may read it, or its group change it; chmod 600",
                    options.users());
        }
        if (!loopback && options.tls() == null) {
            LOG.warn(
                    "console.host {}: passwords are sent as they are, where no proxy with TLS"
                            + " stands before it; see console.tls",
                    options.host());
        }
        return users;
    }

    private static void open(ServerConnector connector, ConsoleOptions options)
            throws ConsoleException {
        try {
            connector.open();
        } catch (IOException e) {
            boolean used = e instanceof BindException || e.getCause() instanceof BindException;
            throw new ConsoleException(
                    "it cannot listen at "
                            + options.host()
                            + " port "
                            + options.port()
                            + (used
                                    ? ": is the port in use by another program or bridge, is the"
                                            + " address one of this machine? Set console.port"
                                    : ": " + e.getMessage()),
                    e);
        }
    }

    private static String url(ConsoleOptions options, int port) {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return (options.tls() == null ? "http://" : "https://") + host + ":" + port;
    }

    /** Where a browser finds it. */
    public String url() {
        return url + Paths.CONTEXT;
    }

    /** The port that it listens at. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Whether there is an account that may run operations. */
    public boolean isOperable() {
        return operable;
    }

    /** Ends all connections; what it unpacked stays for the next start. */
    @Override
    public void close() {
        close(connector, security, folder);
    }

    private static void close(
            ServerConnector connector, ConsoleSecurity security, ConsoleFolder folder) {
        attempt(
                () -> {
                    connector.close();
                    Server server = connector.getServer();
                    if (!server.isStopped() && !server.isFailed()) {
                        server.stop();
                    }
                });
        if (security != null) {
            attempt(security::close);
        }
        if (folder != null) {
            attempt(folder::close);
        }
    }

    private static void attempt(AutoCloseable step) {
        try {
            step.close();
        } catch (InstanceNotFoundException e) {
            LOG.debug("closed twice", e);
        } catch (Exception e) {
            LOG.warn("the console did not stop as it should: {}", e.toString());
        }
    }
}
