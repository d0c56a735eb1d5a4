package io.tcsstamp.bench;

import java.time.LocalDateTime;

/**
 * A record of the plain loop.
 *
 * @param time when, in UTC
 * @param name the name
 * @param value the value without its unit
 */
record PlainRecord(LocalDateTime time, String name, String value) {}
