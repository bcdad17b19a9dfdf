package dev.orrery.sim.check.linearizability;

import java.util.BitSet;

/**
 * Where an order of some operations has led.
 *
 * @param spent which operations of unknown outcome are in it, by their numbers in a {@link Timeline}; not to be changed
 */
record Standing<S>(S state, BitSet spent) {}
