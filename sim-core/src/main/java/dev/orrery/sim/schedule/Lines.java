package dev.orrery.sim.schedule;

/** Which events keep their order among themselves. */
public interface Lines {
    /** The line of an event that stands in none. */
    long NONE = -1;

    /**
     * The line that an event stands in: only the earliest of a line may happen.
     *
     * @param head of the event
     * @return {@link #NONE} if it may overtake all others
     */
    long line(long head);

    /** The index of the node that an event belongs to, 0 or more. */
    int node(long head);

    /** What stands for a node in draws: the same whichever other nodes there are. */
    long identity(int node);
}
