package io.tcsstamp.console;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Builds the server of a console: small, bounded, its threads do not keep the program. Stateless.
 */
final class ConsoleServer {
    private static final int MOST_THREADS = 12;
    static final int MOST_CONNECTIONS = 64;
    private static final int IDLE_MILLIS = 30_000;
    private static final int STOP_MILLIS = 500;
    private static final int HEADER_BYTES = 8 << 10;

    /** Bytes per second. */
    private static final int LEAST_REQUEST_RATE = 1_000;

    private static final int LEAST_RESPONSE_RATE = 2_000;
    private static final int BUFFERS = 2 << 20;

    private ConsoleServer() {}

    /** With its listener, which is not open yet, and nothing that it serves. */
    static ServerConnector listener(ConsoleOptions options) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
        threads.setDaemon(true);
        threads.setName("tcs-stamp console");
        // pages that are open keep their connections; nothing waits for them
        threads.setStopTimeout(STOP_MILLIS);
        Server server = new Server(threads);
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(0);
        server.setStopAtShutdown(false);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        http.setMinRequestDataRate(LEAST_REQUEST_RATE);
        // one who reads slowly would keep others from their turn at Jolokia
        http.setMinResponseDataRate(LEAST_RESPONSE_RATE);
        http.setRelativeRedirectAllowed(true);
        http.addCustomizer(new Headers());
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ArrayByteBufferPool buffers = new ArrayByteBufferPool(-1, -1, -1, -1, BUFFERS, BUFFERS);
        ServerConnector connector;
        if (options.tls() == null) {
            connector = new ServerConnector(server, null, null, buffers, 1, 1, plain);
        } else {
            // which names are ours the guard knows
            http.addCustomizer(new SecureRequestCustomizer(false));
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setSslContext(options.tls());
            connector =
                    new ServerConnector(
                            server,
                            null,
                            null,
                            buffers,
                            1,
                            1,
                            new SslConnectionFactory(tls, "http/1.1"),
                            plain);
        }
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(MOST_CONNECTIONS);
        server.addConnector(connector);
        server.addBean(new ConnectionLimit(MOST_CONNECTIONS, connector));
        return connector;
    }

    /** What it serves: the pages, and Jolokia behind its filter. */
    static ServletContextHandler context(
            ConsoleFolder folder,
            Path policy,
            Guard guard,
            PagesFilter pages,
            JolokiaFilter jolokia)
            throws IOException {
        ServletContextHandler context =
                new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setContextPath("/");
        context.setBaseResource(Resource.newResource(folder.pages()));
        List<URL> jars = new ArrayList<>();
        for (Path jar : folder.library()) {
            jars.add(jar.toUri().toURL());
        }
        context.setClassLoader(
                new URLClassLoader(jars.toArray(URL[]::new), ConsoleServer.class.getClassLoader()));
        filter(context, guard, "/*");
        filter(context, jolokia, Paths.JOLOKIA + "/*");
        ServletHolder agent = new ServletHolder();
        agent.setName("jolokia");
        agent.setClassName("org.jolokia.http.AgentServlet");
        agent.setInitParameters(
                Map.of(
                        "policyLocation",
                        policy.toUri().toString(),
                        "allowDnsReverseLookup",
                        "false",
                        "allowErrorDetails",
                        "false",
                        "includeStackTrace",
                        "false",
                        "discoveryEnabled",
                        "false",
                        "historyMaxEntries",
                        "1",
                        "debugMaxEntries",
                        "1",
                        "agentId",
                        "tcs-stamp",
                        "mbeanQualifier",
                        "console=tcs-stamp"));
        context.addServlet(agent, Paths.JOLOKIA + "/*");
        agent.setInitOrder(1);
        filter(context, pages, "/*");
        ServletHolder files = new ServletHolder("files", DefaultServlet.class);
        files.setInitParameters(
                Map.of(
                        "dirAllowed", "false",
                        "welcomeServlets", "false",
                        "pathInfoOnly", "true",
                        "acceptRanges", "false",
                        "etags", "true",
                        "maxCacheSize", "0",
                        "useFileMappedBuffer", "false"));
        context.addServlet(files, Paths.CONTEXT + "/*");
        return context;
    }

    private static void filter(ServletContextHandler context, Filter filter, String path) {
        context.addFilter(new FilterHolder(filter), path, EnumSet.of(DispatcherType.REQUEST));
    }
}
