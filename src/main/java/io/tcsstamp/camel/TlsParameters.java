package io.tcsstamp.camel;

import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The {@code sslContextParameters} of a netty endpoint: the stores of an end ({@code tcs.tls.*},
 * {@code stamp.tls.*}), for the peer that the endpoint connects to. Reads nothing before it is
 * used.
 */
public class TlsParameters extends SSLContextParameters {
    private String end;
    private String endpoint;

    @Override
    public SSLContext createSSLContext(CamelContext camelContext) {
        TlsStores stores =
                camelContext
                        .getRegistry()
                        .lookupByNameAndType(TlsStores.nameOf(end), TlsStores.class);
        if (stores == null) {
            throw new TlsException(end + ".tls", "is true, but no bridge says which stores to use");
        }
        int colon = endpoint.lastIndexOf(':');
        String host = endpoint.substring(0, colon).replaceAll("^\\[|\\]$", "");
        return new TlsPeerContext(
                stores.context(), host, Integer.parseInt(endpoint.substring(colon + 1)));
    }

    /** Whose stores are used: {@code tcs} or {@code stamp}. */
    public void setEnd(String end) {
        this.end = end;
    }

    /** Where the peer is, {@code HOST:PORT}; its certificate must be for this host. */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String toString() {
        return "TLS " + end + " " + endpoint;
    }
}
