package dev.orrery.algorithms.lock.resource;

import dev.orrery.sim.node.Message;

/**
 * Sets the counter.
 *
 * @param section as in the {@link ReadCounter}
 * @param life the life of the resource in which the counter was read
 * @param fence the token to write with
 * @param basedOn what was read
 * @param value what is written
 */
public record WriteCounter(long section, long life, long fence, long basedOn, long value) implements Message {}
