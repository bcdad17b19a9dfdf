package dev.orrery.algorithms.raft;

/**
 * Asks whether a server would vote, before an election is begun (dissertation §9.6). It changes nobody's term.
 *
 * @param term the term that the election would have: one more than the sender's
 * @param lastLogIndex index of the sender's last entry
 * @param lastLogTerm term of that entry
 */
public record RequestPreVote(long term, long lastLogIndex, long lastLogTerm) implements RaftMessage {
    /** Checks that the numbers are such as servers send. */
    public RequestPreVote {
        RaftMessage.requireNotNegative(term, lastLogIndex, lastLogTerm);
    }
}
