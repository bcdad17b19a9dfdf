package dev.orrery.algorithms.paxos;

import dev.orrery.sim.node.Message;

/**
 * A proposer tells a client which value was chosen.
 *
 * @param number of the client's request
 * @param value the one that was chosen, whoever asked for it
 */
public record Chosen(long number, Object value) implements Message {}
