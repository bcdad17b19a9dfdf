package dev.orrery.algorithms.statemachine;

/** A replica of a state machine as others may look at it, whatever algorithm keeps its log. Indices begin at 1. */
public interface Replica {
    /** Whether it takes part: it has recovered what it had synced, and has not halted. */
    boolean isRunning();

    /** Whether it leads {@link #currentTerm}. */
    boolean isLeader();

    /** The number of the latest term, or round of ballots, that it has seen; not yet durable perhaps. */
    long currentTerm();

    /** Index of the last place for which it has a command, decided or not; 0 if none. */
    long lastIndex();

    /** Index of the highest place up to which it knows all commands to be decided. */
    long commitIndex();

    /** Index of the highest command that it has applied to its state machine. */
    long lastApplied();
}
