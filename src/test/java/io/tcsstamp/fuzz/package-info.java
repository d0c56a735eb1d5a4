/**
 * Random and mutated inputs for whatever reads bytes that others wrote. {@link
 * io.tcsstamp.fuzz.FuzzTest} names the targets.
 */
package io.tcsstamp.fuzz;
