package dev.orrery.algorithms.raft;

/**
 * A follower's answer to {@link AppendEntries} (Fig. 2). What it claims to store is durable when it leaves.
 *
 * @param term the follower's {@code currentTerm}, for the leader to update itself
 * @param success whether the follower had an entry matching {@code prevLogIndex} and {@code prevLogTerm}
 * @param matchIndex on success the index up to which its log equals the leader's; else the {@code prevLogIndex} that it
 *     rejects
 * @param hintIndex on rejection, the last index at which the follower's log may agree with the leader's; else 0
 * @param hintTerm the term of the follower's entry there; else 0
 * @param round that of the message which it answers (dissertation §6.4)
 */
public record AppendEntriesReply(long term, boolean success, long matchIndex, long hintIndex, long hintTerm, long round)
        implements RaftMessage {

    /** Checks that the numbers are such as servers send. */
    public AppendEntriesReply {
        RaftMessage.requireNotNegative(term, matchIndex, round);
        RaftMessage.requireNotNegative(hintIndex, hintTerm, 0);
    }

    static AppendEntriesReply accept(long term, long matchIndex) {
        return accept(term, matchIndex, 0);
    }

    static AppendEntriesReply accept(long term, long matchIndex, long round) {
        return new AppendEntriesReply(term, true, matchIndex, 0, 0, round);
    }

    static AppendEntriesReply reject(long term, long prevLogIndex, long hintIndex, long hintTerm) {
        return reject(term, prevLogIndex, hintIndex, hintTerm, 0);
    }

    static AppendEntriesReply reject(long term, long prevLogIndex, long hintIndex, long hintTerm, long round) {
        return new AppendEntriesReply(term, false, prevLogIndex, hintIndex, hintTerm, round);
    }
}
