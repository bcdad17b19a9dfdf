package dev.orrery.algorithms.paxos;

import dev.orrery.sim.node.Message;
import org.jspecify.annotations.Nullable;

/**
 * Phase 1(b): the promise.
 *
 * @param ballot that of the prepare request
 * @param accepted the proposal with the highest number that the acceptor has accepted, or null if none
 */
public record Promise(Ballot ballot, @Nullable Proposal accepted) implements Message {}
