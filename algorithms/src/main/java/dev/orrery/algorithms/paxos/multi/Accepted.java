package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;

/**
 * Phase 2(b) of some instances in a row: the acceptor has accepted what was proposed there. It is durable when it leaves.
 *
 * @param ballot that of the accept request
 * @param firstInstance the first one
 * @param count how many; 0 if the request had no values
 */
public record Accepted(Ballot ballot, long firstInstance, long count) implements MultiPaxosMessage {
    /** Checks that the numbers are such as servers send. */
    public Accepted {
        MultiPaxosMessage.requireNotNegative(ballot.round(), firstInstance - 1);
        MultiPaxosMessage.requireNotNegative(count, 0);
    }
}
