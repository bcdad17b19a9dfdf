/**
 * The Synod algorithm, which is single-decree Paxos: among values that are proposed a single one is chosen, whatever is lost
 * and whoever crashes (Lamport, The Part-Time Parliament, TOCS 1998; Paxos Made Simple, 2001, whose §2 this is to be read
 * beside).
 *
 * <p>{@link dev.orrery.algorithms.paxos.Proposer}, {@link dev.orrery.algorithms.paxos.Acceptor} and {@link
 * dev.orrery.algorithms.paxos.Learner} are the paper's agents; a process plays one or several of them. They know neither
 * clients nor what a value means, so that a sequence of instances can be built from them. {@link
 * dev.orrery.algorithms.paxos.PaxosRules} holds the decisions that safety rests on, each a method of its own.
 */
@NullMarked
package dev.orrery.algorithms.paxos;

import org.jspecify.annotations.NullMarked;
