/**
 * What crosses the bridge: samples go in from any source's parser, come out in the order and rate
 * STAMP shall see; the package must not know sockets, Camel, or any instrument's or sink's format.
 */
package io.tcsstamp.telemetry;
