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
}
