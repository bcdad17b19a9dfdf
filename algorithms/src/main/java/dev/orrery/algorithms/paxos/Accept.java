package dev.orrery.algorithms.paxos;

import dev.orrery.sim.node.Message;

/** Phase 2(a): asks an acceptor to accept a proposal. */
public record Accept(Proposal proposal) implements Message {}
