package dev.orrery.algorithms.statemachine;

/** Told by a replica when a command takes effect, so that a run can be judged by it; nothing a replica does depends on it. */
@FunctionalInterface
public interface Effects {

    /** Looks away. */
    Effects UNSEEN = (command, place) -> {};

    /**
     * A command was applied to a replica's state machine, for the first time on this replica.
     *
     * @param place where it stands in the agreed order, at least 0
     */
    void tookEffect(Command command, long place);

    /**
     * A command that only looks was answered by a replica without a place of its own.
     *
     * @param place of the last command that was applied there, at least 0
     */
    default void looked(Command command, long place) {}
}
