package dev.orrery.sim.network;

/** What a cut link does with the messages that it is given. */
public enum Block {
    /** They vanish, as in a black hole; their sender learns nothing. */
    DROP,
    /** Their sender is told at once that they did not get through, as by a closed port. What is in flight vanishes. */
    REJECT,
    /** They are held, and arrive in order as soon as the link is mended. */
    QUEUE,
    /**
     * They arrive, but the sender of a request is never told: its answer is lost on the way back, so that it takes for
     * failed what has been done.
     */
    DELIVER_AND_TIME_OUT
}
