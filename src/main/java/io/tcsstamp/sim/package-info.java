/**
 * Stand-ins for both ends of the bridge: a TCS EGSE that sends blocks and a STAMP that prints
 * lines. Clients come in, bytes go out or lines come back; the package must not know Camel, the
 * bridge's parsers or its formatters, so that it can show their mistakes.
 */
package io.tcsstamp.sim;
