package dev.orrery.algorithms.paxos.multi;

/**
 * Asks whether an acceptor would promise, before the sender raises its own promise. It changes nothing at anybody's.
 *
 * @param round the one that phase 1 would have
 */
public record Canvass(long round) implements MultiPaxosMessage {
    /** Checks that the number is such as servers send. */
    public Canvass {
        MultiPaxosMessage.requireNotNegative(round, 0);
    }
}
