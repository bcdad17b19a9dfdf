package dev.orrery.algorithms.raft;

/**
 * Sent by a leader to the server that shall take over: it begins an election as if its election timeout were over (dissertation
 * §3.10).
 *
 * @param term the leader's term
 */
public record TimeoutNow(long term) implements RaftMessage {
    /** Checks that the number is such as servers send. */
    public TimeoutNow {
        RaftMessage.requireNotNegative(term, 0, 0);
    }
}
