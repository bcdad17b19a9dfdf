package dev.orrery.sim.check;

/**
 * Where each operation took effect, as the system itself tells: its place in an order that the system keeps, such as the
 * index in a replicated log.
 *
 * <p>A checker may try this order first, which spares it the search for one. It believes nothing: an order that explains
 * all answers is a proof whoever names it, and one that does not proves nothing against the system.
 */
@FunctionalInterface
public interface Witness {

    /** The place of an operation that nobody knows. */
    long NOWHERE = -1;

    /** Knows nothing. */
    Witness NONE = operation -> NOWHERE;

    /**
     * The place of an operation, at least 0, or {@link #NOWHERE} if it took no effect or nobody knows. Operations of one
     * place took effect in the order of their invocation.
     *
     * @param operation its index in the history
     */
    long placeOf(int operation);
}
