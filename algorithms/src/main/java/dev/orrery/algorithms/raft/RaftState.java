package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** A server as invariants look at it: the state of Figure 2, and what it has let others know. */
public interface RaftState {
    /** Whether it takes part: it has recovered what it had synced, and has not halted. */
    boolean isRunning();

    /** Whether it leads {@link #currentTerm}. */
    boolean isLeader();

    /** The latest term that it has seen; not yet durable perhaps. */
    long currentTerm();

    /** The latest term that it has let anyone know, in this life; 0 if none. It must never go back below it. */
    long announcedTerm();

    /** The candidate that has its vote in {@link #currentTerm}, or null; not yet durable perhaps. */
    @Nullable
    NodeId votedFor();

    /** The term of the latest vote that it has let anyone know of in this life, 0 if none: the one in {@link #announcedVote}. */
    long announcedVoteTerm();

    /** Whom the latest vote was for that it has let anyone know of in this life, or null if none. */
    @Nullable
    NodeId announcedVote();

    /** Its log; not yet durable perhaps. */
    LogView log();

    /** Index of the highest entry that it knows to be committed. */
    long commitIndex();

    /** Index of the highest entry that it has applied to its state machine. */
    long lastApplied();
}
