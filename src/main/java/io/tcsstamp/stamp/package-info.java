/**
 * STAMP's line format, both ways: samples go in and lines come out, or the reverse; the package
 * must not know where the samples come from or how the lines travel.
 */
package io.tcsstamp.stamp;
