package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What one object does when operations come one at a time: a deterministic state machine, such as a register or a queue.
 *
 * <p>{@link #initial} and {@link #step} are all that a model needs. The other methods tell a search what it may rely on;
 * what they say by default is always right, and costs time.
 *
 * <p>States are immutable values, compared with {@code equals} and {@code hashCode}. An operation whose outcome is FAIL
 * never took effect and is shown to no model; one that was refused because of the state it met, such as a compare-and-set
 * of another value, is OK with the answer {@code false}. An operation that the model does not know is an
 * {@link IllegalArgumentException} in every method.
 *
 * @param <S> the type of its states
 */
public interface Model<S> {

    /** The state before any operation. */
    S initial();

    /**
     * The state that an operation leaves when it meets this one, or null if that cannot be.
     *
     * <p>An operation whose outcome is OK cannot be where it would have been answered otherwise. One whose outcome is not
     * known does here what it would do, whatever its answer, and cannot be where it could not end.
     *
     * <p>The result depends on the state, {@link Operation#f}, {@link Operation#input}, {@link Operation#output}, and
     * whether the outcome is OK; also on {@link Operation#client} if the model {@link #knowsClients}; on nothing else.
     */
    @Nullable
    S step(S state, Operation operation);

    /**
     * Which of several independent objects an operation is about; the history is judged for each of them alone, each
     * beginning with {@link #initial}. By default its key.
     *
     * @return a value with {@code equals} and {@code hashCode}, or null for the one object there is
     */
    default @Nullable Object object(Operation operation) {
        return operation.key();
    }

    /** Whether it matters who asks, as with a lock that only its owner can release. */
    default boolean knowsClients() {
        return false;
    }

    /** Whether this operation leaves every state that it can meet as it was, as a read does. */
    default boolean onlyLooks(Operation operation) {
        return false;
    }

    /** Whether this operation can meet every state and leaves one and the same state whatever it met, as a write does. */
    default boolean overwrites(Operation operation) {
        return false;
    }

    /**
     * Whether two operations can change places wherever one comes right after the other: both can be in either order, or
     * neither order can be, and they leave the same state. Symmetric.
     */
    default boolean commute(Operation one, Operation other) {
        return false;
    }

    /**
     * Whether some operations that do not {@link #overwrites overwrite} could lead from this state, or no operation at all,
     * to one that this operation can meet. Where they could not, as where a list that only grows has begun otherwise than
     * it was read, a search need not go on.
     */
    default boolean mayYetMeet(S state, Operation operation) {
        return true;
    }

    /** The state in plain words. */
    default String describe(S state) {
        return state.toString();
    }
}
