/**
 * The system {@code paxos-synod}, its clients, and the workload {@code consensus} that asks it: proposers that are learners
 * as well, and acceptors, each a node of its own.
 */
@NullMarked
package dev.orrery.algorithms.paxos.synod;

import org.jspecify.annotations.NullMarked;
