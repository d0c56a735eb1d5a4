package io.tcsstamp.camel;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code spool:NAME}: a queue like {@code seda:}, but what is sent to it is on disk before the
 * sender goes on, and leaves it when it is delivered: {@code to: spool:stamp}, {@code from:
 * spool:stamp}. The body is bytes of whole lines, and the header {@link BridgeConstants#LINES} says
 * how many.
 */
@Component("spool")
public class SpoolComponent extends DefaultComponent {
    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters)
            throws Exception {
        SpoolEndpoint endpoint =
                new SpoolEndpoint(uri, this, Registered.spools(getCamelContext()).get(name), name);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
