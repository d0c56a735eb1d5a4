/**
 * What an operator is told: events and rejected bytes go in, states, counters, log lines and the
 * quarantine come out; the package must not know Camel, netty or any route.
 */
package io.tcsstamp.monitor;
