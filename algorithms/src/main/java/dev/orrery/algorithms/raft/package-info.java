/**
 * Raft, to be read beside its paper (Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, USENIX ATC
 * 2014, extended version) and Ongaro's dissertation (Consensus: Bridging Theory and Practice, 2014). Names are theirs;
 * section and figure numbers are the paper's unless the dissertation is named.
 *
 * <p>{@link dev.orrery.algorithms.raft.RaftServer} keeps the rules for all servers, and a role, one class each, those for
 * followers, candidates and leaders. Storage is asynchronous (dissertation §10.2): what changes while the disk is busy
 * shares the next record and the next sync, and what depends on it waits in the {@link
 * dev.orrery.algorithms.raft.Outbox}. {@link dev.orrery.algorithms.raft.RaftRules} holds the decisions that safety rests
 * on, so that planted bugs can override one each.
 */
@NullMarked
package dev.orrery.algorithms.raft;

import org.jspecify.annotations.NullMarked;
