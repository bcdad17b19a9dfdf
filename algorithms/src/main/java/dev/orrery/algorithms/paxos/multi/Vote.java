package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Proposal;

/**
 * What an acceptor has accepted at one instance.
 *
 * @param instance from 1
 * @param proposal the highest-numbered one that it has accepted there
 */
public record Vote(long instance, Proposal proposal) {}
