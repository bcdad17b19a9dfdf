package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.Operation;

/**
 * What one object does when operations come one at a time: a deterministic state machine.
 *
 * <p>States are immutable values, compared with {@code equals}. An operation that the model does not know is an
 * {@link IllegalArgumentException} in every method.
 *
 * @param <S> the type of its states
 */
public interface Model<S> {

    /** The state before any operation. */
    S initial();

    /** Whether this operation, whose outcome is OK, gives the answer it gave when it meets this state. */
    boolean answers(S state, Operation operation);

    /** The state that this operation leaves when it meets this state. Its answer is not looked at. */
    S after(S state, Operation operation);

    /**
     * Whether this operation, whose outcome is OK, leaves each state in which it gives its answer as it was. False is
     * always safe; true spares the search most of its work.
     */
    boolean onlyLooks(Operation operation);

    /**
     * Whether this operation leaves one and the same state whatever state it meets. False is always safe; true spares the
     * search work where outcomes are unknown.
     */
    boolean overwrites(Operation operation);

    /** The state in plain words. */
    String describe(S state);
}
