package dev.orrery.algorithms.paxos;

/**
 * A value with a number.
 *
 * @param ballot the number
 * @param value what is proposed
 */
public record Proposal(Ballot ballot, Object value) {}
