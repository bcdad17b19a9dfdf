package dev.orrery.algorithms.paxos.multi;

/**
 * An acceptor's answer to a {@link Canvass}. It promises nothing.
 *
 * @param asked the round that was asked about
 * @param promisedRound the round of what the acceptor has promised, 0 if nothing: the sender has to go beyond it
 * @param granted whether it would promise: it hears of no leader
 */
public record CanvassReply(long asked, long promisedRound, boolean granted) implements MultiPaxosMessage {
    /** Checks that the numbers are such as servers send. */
    public CanvassReply {
        MultiPaxosMessage.requireNotNegative(asked, promisedRound);
    }
}
