package io.tcsstamp.telemetry;

/** In which order the samples of one emission stand. */
public enum EmissionOrder {
    /** By time at the printed precision; equal times stay as first seen. */
    TIME,
    /** By name, by UTF-16 code unit. */
    NAME
}
