package dev.orrery.algorithms.raft;

/**
 * A server's answer to a {@link RequestPreVote} (dissertation §9.6). It promises nothing.
 *
 * @param term the server's {@code currentTerm}, for the sender to update itself
 * @param nextTerm the term that was asked about
 * @param voteGranted whether the server would vote
 */
public record RequestPreVoteReply(long term, long nextTerm, boolean voteGranted) implements RaftMessage {
    /** Checks that the numbers are such as servers send. */
    public RequestPreVoteReply {
        RaftMessage.requireNotNegative(term, nextTerm, 0);
    }
}
