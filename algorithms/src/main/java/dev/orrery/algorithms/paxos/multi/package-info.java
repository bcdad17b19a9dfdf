/**
 * Multi-Paxos: a sequence of instances of the Synod, the i-th of which chooses the i-th command of a replicated state machine
 * (Lamport, Paxos Made Simple, 2001, §3, whose sections are named here; The Part-Time Parliament, TOCS 1998, §3; van Renesse
 * and Altinbuken, Paxos Made Moderately Complex, ACM Computing Surveys 2015).
 *
 * <p>A server is proposer, acceptor, learner and replica in one: {@link
 * dev.orrery.algorithms.paxos.multi.MultiPaxosServer}. One of them leads under a ballot for which it has executed phase 1 of
 * all instances at once, so that a command takes phase 2 only. Quorums may differ between the phases ({@link
 * dev.orrery.algorithms.paxos.multi.Quorums}). Storage is asynchronous: what changes while the disk is busy shares the next
 * record and the next sync. Decisions that safety rests on are those of {@link dev.orrery.algorithms.paxos.PaxosRules}.
 */
@NullMarked
package dev.orrery.algorithms.paxos.multi;

import org.jspecify.annotations.NullMarked;
