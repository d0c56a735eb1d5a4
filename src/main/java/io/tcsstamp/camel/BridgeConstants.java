package io.tcsstamp.camel;

/** The names of the headers that the bridge's own steps set. */
public final class BridgeConstants {
    /** How many lines the body holds, an {@link Integer}. */
    public static final String LINES = "TcsStampLines";

    /** The time of the oldest sample in the body, milliseconds since 1970 UTC, a {@link Long}. */
    public static final String FIRST_TIME = "TcsStampFirstTime";

    /** The time of the newest sample in the body, milliseconds since 1970 UTC, a {@link Long}. */
    public static final String LAST_TIME = "TcsStampLastTime";

    /** The id of the source's route, a {@link String}. */
    public static final String SOURCE = "TcsStampSource";

    /** Where the batch came from, for the quarantine: the source's id and endpoint. */
    public static final String ORIGIN = "TcsStampOrigin";

    /**
     * The entries of the journal of pending samples that the body stands for, a {@link
     * io.tcsstamp.spool.PendingRange}: a property of the exchange, so that it outlives a failed
     * step.
     */
    public static final String PENDING = "TcsStampPending";

    /**
     * That the body comes out of the quarantine, a {@link ReplayMark}: a property of the exchange.
     * What is replayed is old, so it must not take the place of what is newer.
     */
    public static final String REPLAY = "TcsStampReplay";

    private BridgeConstants() {}
}
