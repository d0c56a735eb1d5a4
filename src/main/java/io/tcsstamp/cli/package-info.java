/**
 * The command line: words go in, exit codes and the terminal's lines come out; the package must not
 * know how anything is read, routed or written.
 */
package io.tcsstamp.cli;
