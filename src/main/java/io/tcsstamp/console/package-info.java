/**
 * The Hawtio console in the bridge's own process: in comes where to listen and who may log in, out
 * come pages for a browser. Must not know Camel, telemetry or what the MBeans that it shows mean.
 */
package io.tcsstamp.console;
