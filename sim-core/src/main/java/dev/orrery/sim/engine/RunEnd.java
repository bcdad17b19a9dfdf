package dev.orrery.sim.engine;

/** Why a run came back. */
public enum RunEnd {
    /** The time that was asked for has come. */
    REACHED,
    /** Something in the run asked for its end, as the first violation does. */
    STOPPED,
    /** Somebody outside asked for its end. What has happened so far stands, and the run may go on. */
    INTERRUPTED
}
