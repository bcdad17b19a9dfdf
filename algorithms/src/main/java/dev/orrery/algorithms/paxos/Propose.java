package dev.orrery.algorithms.paxos;

import dev.orrery.sim.node.Message;

/**
 * A client asks a proposer to get a value chosen, and wants to know which one is.
 *
 * @param number of the client's request
 * @param value what it would like
 */
public record Propose(long number, Object value) implements Message {}
