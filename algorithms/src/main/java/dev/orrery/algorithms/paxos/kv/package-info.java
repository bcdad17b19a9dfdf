/**
 * The system {@code multi-paxos-kv}: a key-value store replicated by Multi-Paxos, as a scenario names it. It takes the place of
 * {@code raft-kv} wherever that stands: the same operations, clients and checks of what they saw, the same words for what its
 * servers report.
 */
@NullMarked
package dev.orrery.algorithms.paxos.kv;

import org.jspecify.annotations.NullMarked;
