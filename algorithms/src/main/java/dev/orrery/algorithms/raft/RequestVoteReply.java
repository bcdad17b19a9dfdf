package dev.orrery.algorithms.raft;

/**
 * A server's answer to a {@link RequestVote} (Fig. 2). A vote is durable when it leaves.
 *
 * @param term the server's {@code currentTerm}, for the candidate to update itself
 * @param voteGranted whether the candidate received the vote
 */
public record RequestVoteReply(long term, boolean voteGranted) implements RaftMessage {
    /** Checks that the numbers are such as servers send. */
    public RequestVoteReply {
        RaftMessage.requireNotNegative(term, 0, 0);
    }
}
