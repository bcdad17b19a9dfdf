package dev.orrery.sim.system;

import org.jspecify.annotations.Nullable;

/**
 * What a client is asked to do.
 *
 * @param f the operation's name, as {@code write}
 * @param key the object it is about, or null where there is only one
 * @param value what it is done with: a value to write, a {@link dev.orrery.sim.history.CompareAndSet}, or null
 */
public record Invocation(
        String f, @Nullable Object key, @Nullable Object value) {}
