package dev.orrery.algorithms.statemachine;

import org.jspecify.annotations.Nullable;

/**
 * What is replicated: the same operations in the same order lead every replica to the same state and the same answers.
 */
public interface StateMachine {

    /**
     * Does an operation.
     *
     * @param f the operation's name
     * @param key the object it is about, or null
     * @param value what it is done with, or null
     * @return the answer; null where there is nothing to say. As immutable as what it was asked with
     * @throws IllegalArgumentException if there is no such operation
     */
    @Nullable
    Object apply(String f, @Nullable Object key, @Nullable Object value);
}
