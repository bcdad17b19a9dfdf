/**
 * The properties of Multi-Paxos as invariants: those of consensus at each instance (Paxos Made Simple §2.1), what its acceptors
 * and leaders must keep for them, and that replicas execute the same commands in the same order (§3). They go by what servers
 * let others know.
 */
@NullMarked
package dev.orrery.algorithms.paxos.multi.check;

import org.jspecify.annotations.NullMarked;
