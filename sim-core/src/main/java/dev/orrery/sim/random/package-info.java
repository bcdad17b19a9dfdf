/**
 * All randomness of a simulation: one seed, split into named keys, and values drawn by key.
 *
 * <p>A choice is keyed by what it is about (this link, this kind of message, the third of its kind), not by its place in
 * one long stream; so a choice that is added or taken away leaves all others as they were. The generator is SplitMix64
 * (Steele, Lea and Flood, <i>Fast Splittable Pseudorandom Number Generators</i>, OOPSLA 2014), whose n-th output costs no
 * more than its first, which is what drawing by key needs.
 *
 * <p>A {@link dev.orrery.sim.random.Distribution} turns one draw into a duration, a
 * {@link dev.orrery.sim.random.KeyDistribution} into a key. What they need of logarithms and powers stands in tables built
 * with {@link StrictMath}; a draw is looked up with whole numbers alone.
 */
@NullMarked
package dev.orrery.sim.random;

import org.jspecify.annotations.NullMarked;
