/**
 * Packets to values: bytes of one packet and a definition go in, raw and derived values or a report
 * of what failed come out; the package must not know where packets come from, which language their
 * definition was written in, or where values go.
 */
package io.tcsstamp.decode;
