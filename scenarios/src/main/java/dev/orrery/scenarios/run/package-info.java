/**
 * Runs a scenario with a seed, and judges what happened.
 *
 * <p>{@link dev.orrery.scenarios.run.Runs} is the whole of it for a caller: it prints nothing, writes nothing unless told
 * where, and shares nothing between runs, so that a sweep calls it on as many threads as there are cores.
 */
@NullMarked
package dev.orrery.scenarios.run;

import org.jspecify.annotations.NullMarked;
