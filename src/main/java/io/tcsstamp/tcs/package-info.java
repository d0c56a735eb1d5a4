/**
 * The TCS EGSE's text stream: bytes go in, blocks and samples come out; the package must not know
 * where the bytes come from or where the samples go.
 */
package io.tcsstamp.tcs;
