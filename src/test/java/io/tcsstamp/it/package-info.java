/**
 * Tests of the packaged program: the real launcher, real sockets, real files. In go options and
 * byte streams, out come STAMP lines, logs, exit codes and quarantine files. The package knows
 * nothing of the program's classes.
 */
package io.tcsstamp.it;
