/**
 * The benchmark of the bridge, run by {@code mvn -q verify -Pbench}: goes in: seeded TCS blocks and
 * the bridge as it ships; comes out: one table of figures, each beside a byte copy and a plain Java
 * loop measured in the same run. Only the two codec benchmarks know classes of the bridge;
 * everything else knows the command line, the sockets and the two formats.
 */
package io.tcsstamp.bench;
