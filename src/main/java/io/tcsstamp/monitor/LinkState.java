package io.tcsstamp.monitor;

/** Whether one end of the bridge is connected. */
public enum LinkState {
    /** No attempt has ended yet. */
    CONNECTING,
    /** Connected. */
    UP,
    /** Not connected; attempts go on. */
    DOWN,
    /** Not connected, because its route was stopped; there are no attempts until it is started. */
    STOPPED
}
