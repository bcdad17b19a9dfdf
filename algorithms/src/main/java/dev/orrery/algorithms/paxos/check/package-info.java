/**
 * The properties of Paxos as invariants: what the paper requires of consensus (Paxos Made Simple §2.1), and what its
 * acceptors must keep for it. They tell what they remember, so that a search over all states can follow it.
 */
@NullMarked
package dev.orrery.algorithms.paxos.check;

import org.jspecify.annotations.NullMarked;
