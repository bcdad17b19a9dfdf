package dev.orrery.algorithms.lock.resource;

import dev.orrery.sim.node.Message;

/**
 * The answer to a {@link ReadCounter}.
 *
 * @param accepted false if a greater token was seen before
 * @param life which life of the resource it is; what was read in another one cannot be written upon
 * @param value the counter
 * @param fence the token to write with: the lock's, or one that the resource itself gave out
 */
public record CounterValue(boolean accepted, long life, long value, long fence) implements Message {}
