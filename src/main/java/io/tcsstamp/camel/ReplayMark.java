package io.tcsstamp.camel;

import io.tcsstamp.telemetry.Rejection;
import java.time.Instant;
import org.apache.camel.Exchange;

/** Goes with an exchange whose body comes out of the quarantine. Used by one thread. */
final class ReplayMark {
    private final Instant received;
    private long sent;
    private long rejected;

    /**
     * Creates a mark.
     *
     * @param received when the bytes came first
     */
    ReplayMark(Instant received) {
        this.received = received;
    }

    /** The mark of an exchange; null for one that comes from a source. */
    static ReplayMark of(Exchange exchange) {
        return exchange.getProperty(BridgeConstants.REPLAY, ReplayMark.class);
    }

    /** Values of it are on their way to the destinations. */
    void sent(long values) {
        sent += values;
    }

    /** A step failed on all of it, so that no value of it is sent. */
    void failed() {
        sent = 0;
    }

    /** How many values of it are sent. */
    long sent() {
        return sent;
    }

    /** Something of it could not be read again; it keeps the time when it came first. */
    Rejection again(Rejection rejection) {
        if (!rejection.continued()) {
            rejected++;
        }
        return rejection.with(Rejection.RECEIVED, received.toString());
    }

    /** How much of it could not be read again. */
    long rejected() {
        return rejected;
    }
}
