package dev.orrery.algorithms.raft;

/**
 * Invoked by a candidate to gather votes (Fig. 2; §5.2). It leaves when the candidate's term and vote are durable.
 *
 * @param term the candidate's term
 * @param lastLogIndex index of the candidate's last entry (§5.4)
 * @param lastLogTerm term of that entry
 * @param leadershipTransfer whether the leader itself wants this election, so that nobody sticks to it (dissertation §4.2.3)
 */
public record RequestVote(long term, long lastLogIndex, long lastLogTerm, boolean leadershipTransfer)
        implements RaftMessage {
    /** One that the leader has not asked for. */
    public RequestVote(long term, long lastLogIndex, long lastLogTerm) {
        this(term, lastLogIndex, lastLogTerm, false);
    }

    /** Checks that the numbers are such as servers send. */
    public RequestVote {
        RaftMessage.requireNotNegative(term, lastLogIndex, lastLogTerm);
    }
}
