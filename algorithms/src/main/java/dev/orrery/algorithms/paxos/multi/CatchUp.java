package dev.orrery.algorithms.paxos.multi;

/**
 * Asks what was chosen.
 *
 * @param firstInstance the first one that the sender does not know of
 */
public record CatchUp(long firstInstance) implements MultiPaxosMessage {
    /** Checks that the number is such as servers send. */
    public CatchUp {
        MultiPaxosMessage.requireNotNegative(firstInstance - 1, 0);
    }
}
