package dev.orrery.sim.workload;

import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.system.Invocation;
import org.jspecify.annotations.Nullable;

/** Says what the clients of one run ask for. */
public interface Workload {

    /**
     * What a client asks for next.
     *
     * @param client from 0
     * @param ordinal the how-manieth operation of this client it is, from 0
     * @param random begins anew for each operation, so that no draw shifts those of another one
     */
    Invocation next(int client, long ordinal, RandomStream random);

    /**
     * Whether a client's next operation belongs to the one that is over, as a release does to its acquisition: it is asked
     * for at once, without a pause. Asked when an operation is over, however it ended; by default none does.
     */
    default boolean goesOn(int client) {
        return false;
    }

    /** A client's operation was answered; by default nobody needs to know. */
    default void answered(int client, Invocation invocation, @Nullable Object answer) {}
}
