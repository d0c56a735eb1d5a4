package io.tcsstamp.camel;

import io.tcsstamp.spool.Spool;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** A spool of the bridge, see {@link SpoolComponent}. One route may consume from it. */
@UriEndpoint(
        firstVersion = "0.2.0",
        scheme = "spool",
        title = "Spool",
        syntax = "spool:name",
        category = {Category.MESSAGING},
        remote = false)
public class SpoolEndpoint extends DefaultEndpoint {
    private final Spool spool;

    @UriPath private final String name;

    @UriParam(defaultValue = "completion", enums = "completion,connection")
    private Confirmation confirmation = Confirmation.completion;

    /** What tells that lines are delivered; spelt as in the URI. */
    public enum Confirmation {
        /** The route has completed. */
        completion,
        /** The connection's handler, see {@link DeliveryHandlerFactory}. */
        connection
    }

    SpoolEndpoint(String uri, SpoolComponent component, Spool spool, String name) {
        super(uri, component);
        this.spool = spool;
        this.name = name;
    }

    @Override
    public Producer createProducer() {
        return new SpoolProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SpoolConsumer consumer = new SpoolConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** The spool itself. */
    public Spool getSpool() {
        return spool;
    }

    /** The spool's name. */
    public String getName() {
        return name;
    }

    /** See {@link #setConfirmation}. */
    public Confirmation getConfirmation() {
        return confirmation;
    }

    /**
     * What tells that lines are delivered: the completion of the route that consumes them, or the
     * handler of the connection that they go to; default {@code completion}.
     */
    public void setConfirmation(Confirmation confirmation) {
        this.confirmation = confirmation;
    }
}
