/**
 * What can be wrong with a run, and how that is said: a {@link dev.orrery.sim.check.HistoryCheck} judges what the clients
 * saw, an {@link dev.orrery.sim.check.Invariant} watches the nodes from inside while the run goes on.
 *
 * <p>A system may say where its operations took effect: a {@link dev.orrery.sim.check.Witness}, which spares a check the
 * search and is believed in nothing.
 *
 * <p>Small classes, each named as the paper names the property. A check that had nothing to look at says so and does not
 * pass.
 */
@NullMarked
package dev.orrery.sim.check;

import org.jspecify.annotations.NullMarked;
