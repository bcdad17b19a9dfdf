/**
 * Clocks that are wrong: each node counts time on its own, offset and drifting against the virtual time that nobody in
 * the simulation can see.
 */
@NullMarked
package dev.orrery.sim.clock;

import org.jspecify.annotations.NullMarked;
