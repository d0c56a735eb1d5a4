/**
 * The benchmark of the bridge, run by {@code mvn -q verify -Pbench}: goes in: seeded TCS blocks and
 * packets, and the bridge as it ships; comes out: tables of figures, each beside yardsticks
 * measured in the same run: a byte copy, a plain Java loop, a decoder written by hand. Only the JMH
 * benchmarks, and for the digits of floats the lines of packets, know classes of the bridge;
 * everything else knows the command line, the sockets and the formats.
 */
package io.tcsstamp.bench;
