package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;

/**
 * An acceptor passes a request over, since it has promised more (van Renesse and Altinbuken, Paxos Made Moderately Complex,
 * §2.2: preempted).
 *
 * @param ballot that of the request
 * @param promised what the acceptor has promised
 */
public record Preempted(Ballot ballot, Ballot promised) implements MultiPaxosMessage {
    /** Checks that the numbers are such as servers send. */
    public Preempted {
        MultiPaxosMessage.requireNotNegative(ballot.round(), promised.round());
    }
}
