package dev.orrery.sim.history;

import org.jspecify.annotations.Nullable;

/**
 * The input of a compare-and-set operation: write {@code to} if the value is {@code from}. Null stands for no value. Its
 * answer is {@link Boolean#TRUE} when the value was {@code from}, {@link Boolean#FALSE} when it was another one.
 */
public record CompareAndSet(@Nullable Object from, @Nullable Object to) {}
