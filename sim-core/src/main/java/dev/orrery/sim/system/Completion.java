package dev.orrery.sim.system;

import org.jspecify.annotations.Nullable;

/** How an operation ended, seen from the client that asked. Exactly one of {@link #ok}, {@link #fail} and {@link
 * #info} is called, once. */
public interface Completion {

    /**
     * What the system itself calls this operation, for {@link Cluster#placeOf}; told before it is over, if at all. By
     * default nobody wants to know.
     *
     * @param name a value with {@code equals} and {@code hashCode}
     */
    default void goesBy(Object name) {}

    /** It took effect and was answered; the answer of an operation that only changes something is null. */
    void ok(@Nullable Object answer);

    /** It certainly took no effect and never will, or it only looks and nobody answered. */
    void fail(String why);

    /** Nobody knows whether it took effect, or still will. */
    void info(String why);
}
