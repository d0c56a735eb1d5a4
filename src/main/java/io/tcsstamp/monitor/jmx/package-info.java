/**
 * The bridge's MBeans: links, spools, sources, the quarantine and counters go in, attributes and
 * operations of open types come out, which any JMX client can read; the package must not know
 * Camel, routes, or who looks at the MBeans.
 */
package io.tcsstamp.monitor.jmx;
