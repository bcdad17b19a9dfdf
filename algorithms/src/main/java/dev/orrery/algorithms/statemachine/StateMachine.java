package dev.orrery.algorithms.statemachine;

import org.jspecify.annotations.Nullable;

/**
 * What is replicated: the same operations in the same order lead every replica to the same state and the same answers. An
 * operation that makes no sense changes nothing and is answered with null, so that it stops no replica.
 */
public interface StateMachine {

    /**
     * Does an operation.
     *
     * @param f the operation's name
     * @param key the object it is about, or null
     * @param value what it is done with, or null
     * @return the answer; null where there is nothing to say. As immutable as what it was asked with
     */
    @Nullable
    Object apply(String f, @Nullable Object key, @Nullable Object value);

    /** Whether an operation changes nothing, whatever the state, so that it needs no place in the agreed order. */
    default boolean isReadOnly(String f) {
        return false;
    }

    /**
     * The whole state as bytes (Raft §7). Replicas that have applied the same operations write the same bytes, also where one
     * of them began with a snapshot.
     */
    byte[] snapshot();

    /**
     * Replaces the whole state by an earlier one, of this or another replica.
     *
     * @param snapshot what {@link #snapshot} wrote
     * @throws IllegalArgumentException if no {@link #snapshot} has written it; the state is then of no use
     */
    void restore(byte[] snapshot);
}
