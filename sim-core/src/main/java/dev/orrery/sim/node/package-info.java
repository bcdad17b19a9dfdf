/**
 * What a simulated program sees: a {@link dev.orrery.sim.node.Process} is a deterministic state machine with handlers
 * for its start, for messages and for timers, and it meets the world only through its
 * {@link dev.orrery.sim.node.Host}. Nothing here knows how the world is simulated; a process written against this
 * package runs behind any host.
 *
 * <p>The shape follows the I/O automata of Lynch (Distributed Algorithms, 1996, chapter 8) as the course framework
 * DSLabs made it practical: all state in fields, all effects through one narrow interface.
 */
@NullMarked
package dev.orrery.sim.node;

import org.jspecify.annotations.NullMarked;
