/**
 * All that can happen in a small system, instead of one run of it: a search over deliveries, losses, duplicates, time-outs
 * and crashes, which judges the same processes by the same invariants and ends with the shortest way to a violation, or
 * with the statement that within its {@link dev.orrery.sim.explore.Bounds} there is none.
 *
 * <p>It is explicit-state model checking as in Murφ and TLC (Dill, The Murφ Verification System, CAV 1996; Yu, Manolios and
 * Lamport, Model Checking TLA+ Specifications, CHARME 1999), of the program in place of a model. What makes programs of
 * ordinary classes fit for it: a handler depends on nothing but its node's state and the event. So each node's states are
 * numbered apart, as in the collapse compression of SPIN (Holzmann, State Compression in SPIN, 1997), and what an event does
 * to a state of a node is found out once, by running the node alone from its boot on; after that it is a look into a table.
 * A state of the whole system is a few numbers, and no process is ever copied.
 *
 * <p>Two states of a node are one if the process says so ({@link dev.orrery.sim.explore.Fingerprinted}); of a process that
 * does not, each different past is a different state.
 *
 * <p>Time stands still: clocks show 0, a message may take for ever, and a timer that is set may fire at any moment. Disks
 * write and sync at once, within the event that asks; a crash takes what was not synced, and the messages under way to the
 * node, and the node boots again. So what is found can happen, and what only the passing of time rules out is found too.
 */
@NullMarked
package dev.orrery.sim.explore;

import org.jspecify.annotations.NullMarked;
