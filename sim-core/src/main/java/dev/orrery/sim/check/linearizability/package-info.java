/**
 * Is there one order of all operations, in keeping with real time, in which a single copy would have answered the same?
 *
 * <p>The property is Herlihy and Wing's (Linearizability: a correctness condition for concurrent objects, TOPLAS 1990). It
 * is local: a history is linearizable if and only if it is so for each object alone, so each is judged by itself. {@link
 * dev.orrery.sim.check.model.Model} says what the single copy does.
 *
 * <p>Where nobody can be in doubt about who saw whom, a fast path of {@link dev.orrery.sim.check.unambiguous} decides. Else
 * a search does: that of Wing and Gong (Testing and verifying concurrent objects, JPDC 1993) with the memory of Lowe
 * (Testing for linearizability, 2017), told over a frontier that stays as small as the number of clients however long the
 * history is, and with everything put off that can be put off. A history that takes too long is inconclusive: the budget
 * counts steps and memory, not time.
 */
@NullMarked
package dev.orrery.sim.check.linearizability;

import org.jspecify.annotations.NullMarked;
