/**
 * Decoded packets as text or files: the values of one packet after the other go in, JSON lines,
 * CSV, tables, STAMP lines or Arrow files come out; the package must not know where packets come
 * from, nor the command that writes them.
 */
package io.tcsstamp.output;
