/**
 * Framing: bytes of a stream go in, whole packets come out, and an account of every byte that is no
 * packet; the package must not know what the data of a packet mean, or where its values go.
 */
package io.tcsstamp.packet;
