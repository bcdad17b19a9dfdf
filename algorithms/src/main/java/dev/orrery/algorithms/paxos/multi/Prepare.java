package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;

/**
 * Phase 1(a) of all instances at once, from one on (§3: "executes phase 1 of instances 135–137 and of all instances greater
 * than 139").
 *
 * @param ballot the number under which the sender would lead
 * @param firstInstance the first one that the sender does not know to be chosen
 */
public record Prepare(Ballot ballot, long firstInstance) implements MultiPaxosMessage {
    /** Checks that the numbers are such as servers send. */
    public Prepare {
        MultiPaxosMessage.requireNotNegative(ballot.round(), firstInstance - 1);
    }
}
