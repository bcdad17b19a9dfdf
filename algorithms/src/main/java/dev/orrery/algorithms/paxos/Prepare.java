package dev.orrery.algorithms.paxos;

import dev.orrery.sim.node.Message;

/**
 * Phase 1(a): asks an acceptor for the promise never again to accept a proposal numbered less, and for what it accepted
 * already.
 */
public record Prepare(Ballot ballot) implements Message {}
