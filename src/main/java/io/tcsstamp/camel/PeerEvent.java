package io.tcsstamp.camel;

/** What the watch of a connection tells the other handlers of its pipeline, as a user event. */
enum PeerEvent {
    /** The peer lives and has taken nothing for five seconds of what waits for it. */
    STALLED,
    /** It takes bytes again. */
    TAKING
}
