package dev.orrery.algorithms.paxos;

import dev.orrery.sim.node.Message;

/** Phase 2(b), and §2.3: tells a learner that the acceptor has accepted a proposal. */
public record Accepted(Proposal proposal) implements Message {}
