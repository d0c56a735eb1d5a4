/**
 * Packets of realistic size and shape for tests and benchmarks, with their definitions: a seed goes
 * in, an XTCE document and a stream of space packets come out; the package must not know how they
 * are read.
 */
package io.tcsstamp.workload;
