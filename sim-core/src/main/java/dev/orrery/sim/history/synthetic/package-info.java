/**
 * Histories made to be checked: of any length, from a seed, and with a verdict that is known beforehand.
 *
 * <p>Clients ask an {@link dev.orrery.sim.history.synthetic.AtomicObject} that does each operation at one instant between
 * its invocation and its completion, so the history is linearizable by construction. Told to lie once, the object makes
 * one that is not. What a checker says of both is a test of the checker, and how long it takes is a measurement of it.
 */
@NullMarked
package dev.orrery.sim.history.synthetic;

import org.jspecify.annotations.NullMarked;
