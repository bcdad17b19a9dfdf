package dev.orrery.algorithms.raft;

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

    /** Its log; not yet durable perhaps. */
    LogView log();

    /** Index of the highest entry that it knows to be committed. */
    long commitIndex();

    /** Index of the highest entry that it has applied to its state machine. */
    long lastApplied();
}
