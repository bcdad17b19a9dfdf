/**
 * Is there one order of all operations, in keeping with real time, in which a single copy would have answered the same?
 *
 * <p>The property is Herlihy and Wing's (Linearizability: a correctness condition for concurrent objects, TOPLAS 1990). It
 * is local: a history is linearizable if and only if it is so for each object alone, so each key is searched by itself.
 * The search is that of Wing and Gong (Testing and verifying concurrent objects, JPDC 1993) with the memory of Lowe
 * (Testing for linearizability, 2017), told over a frontier that stays as small as the number of clients however long the
 * history is. {@link
 * dev.orrery.sim.check.model.Model} says what the single copy does.
 */
@NullMarked
package dev.orrery.sim.check.linearizability;

import org.jspecify.annotations.NullMarked;
