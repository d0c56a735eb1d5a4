/**
 * The Hawtio console in the bridge's own process: in comes where to listen and who may log in, out
 * come pages for a browser, and what it asks of the JVM's MBeans, as far as it may. Must not know
 * Camel, telemetry or what the MBeans that it shows mean.
 */
package io.tcsstamp.console;
