package io.tcsstamp.console;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What every answer tells the browser to refuse. Stateless. */
final class Headers implements HttpConfiguration.Customizer {
    /** Hawtio's pages set styles in their elements; scripts come as files only. */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src"
                    + " 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'"
                    + " blob:; manifest-src 'self'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'none'";

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        put(request.getResponse().getHttpFields());
    }

    static void put(HttpFields.Mutable fields) {
        fields.put("Content-Security-Policy", POLICY);
        fields.put("X-Frame-Options", "DENY");
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("Referrer-Policy", "same-origin");
        fields.put("Cross-Origin-Opener-Policy", "same-origin");
        fields.put("Cross-Origin-Resource-Policy", "same-origin");
    }
}
