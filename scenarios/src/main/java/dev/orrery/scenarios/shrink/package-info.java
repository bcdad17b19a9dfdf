/**
 * Makes a failing run smaller while the same check still fails in the same way.
 *
 * <p>{@link dev.orrery.scenarios.shrink.Shrinking} begins with the faults that were really done, and then tries one
 * {@link dev.orrery.scenarios.shrink.Reduction} after the other, each along one dimension, round after round until none of
 * them finds anything: a fixed point, so that shrinking what was shrunk changes nothing. Lists are reduced by delta debugging
 * (Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input, TSE 2002), numbers along a grid of round ones.
 *
 * <p>All of this works because choices are keyed by what they are about: a fault, an operation or a message that is taken out
 * leaves the fates of the others as they were. Nothing depends on the time that it takes: a budget counts runs.
 */
@NullMarked
package dev.orrery.scenarios.shrink;

import org.jspecify.annotations.NullMarked;
