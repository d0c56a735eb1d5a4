/**
 * Faults put into the delivery of the packaged program: peers that stall, reset, half-close or are
 * killed, a bridge that is killed, a disk that fails. Numbered lines go in, and a ledger says what
 * became of each. The package knows nothing of the program's classes.
 *
 * <p>Every test has a quick form, and a long one with {@code -Dfault.long=true} (Maven profile
 * {@code fault}); {@code -Dfault.seed=N} repeats the random choices that a run has printed.
 */
package io.tcsstamp.fault;
