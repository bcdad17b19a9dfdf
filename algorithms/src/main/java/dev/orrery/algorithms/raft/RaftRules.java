package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;

/**
 * The decisions of Raft that its safety rests on, as the paper has them, a method each.
 *
 * <p>They stand apart from what carries them out so that a planted bug can override one and leave all else as it is. None
 * of them keeps any state.
 */
public class RaftRules {

    /**
     * Whether a candidate's log is at least as up-to-date as the voter's (§5.4.1): its last term is later, or it is the
     * same and its log at least as long.
     *
     * @param lastLogTerm of the candidate
     * @param lastLogIndex of the candidate
     * @param log the voter's
     */
    public boolean isUpToDate(long lastLogTerm, long lastLogIndex, LogView log) {
        return lastLogTerm > log.lastTerm() || (lastLogTerm == log.lastTerm() && lastLogIndex >= log.lastIndex());
    }

    /** Votes for a candidate. The vote must be durable when the reply leaves (Fig. 2): a server votes once in a term. */
    public void castVote(PersistentState persistent, Outbox outbox, NodeId candidate) {
        persistent.vote(candidate);
        outbox.whenDurable(candidate, new RequestVoteReply(persistent.currentTerm(), true));
    }

    /**
     * Whether a leader may count the replicas of an entry to commit it (§5.4.2): only in its own term. Entries of earlier
     * terms are committed with it, not by counting (Fig. 8).
     */
    public boolean mayCommitByCounting(long entryTerm, long currentTerm) {
        return entryTerm == currentTerm;
    }
}
