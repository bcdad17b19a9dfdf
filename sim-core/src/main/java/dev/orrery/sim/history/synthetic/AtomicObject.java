package dev.orrery.sim.history.synthetic;

import dev.orrery.sim.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** An object that does one operation after the other, and knows what its clients want of it. It serves one history. */
public interface AtomicObject {

    /** The ordinal of a lie that is never told. */
    long HONEST = Long.MAX_VALUE;

    /**
     * What a client asks.
     *
     * @param client from 0
     * @param f the name of the operation
     * @param key the part of the object that is asked, or null
     * @param input what it is asked with, or null
     */
    record Request(
            int client,
            String f,
            @Nullable Object key,
            @Nullable Object input) {}

    /** What the object does about a request. */
    sealed interface Reply {
        /** It is done, and answered with this. */
        record Done(@Nullable Object answer) implements Reply {}

        /** It cannot be done now; the client waits. */
        record Later() implements Reply {}
    }

    /** What this client asks next; everything that it asked before has completed. */
    Request ask(int client, RandomStream random);

    /**
     * Does what is asked at once, or nothing.
     *
     * @param heard whether the client will hear the answer; a lie is told only to who hears it
     */
    Reply serve(Request request, boolean heard);
}
