package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.statemachine.Replica;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** A server as invariants look at it: the state of Figure 2, and what it has let others know. */
public interface RaftState extends Replica {
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

    /** How many reads it has answered under a lease in this life (dissertation §6.4.1). */
    long leaseReads();

    /** Its latest snapshot, which is durable, or null if it has none. */
    @Nullable
    Snapshot snapshot();

    /** Its log; not yet durable perhaps. */
    LogView log();

    @Override
    default long lastIndex() {
        return log().lastIndex();
    }
}
