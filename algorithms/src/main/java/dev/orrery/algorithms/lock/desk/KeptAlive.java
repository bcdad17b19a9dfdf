package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.node.Message;

/**
 * The answer to a {@link KeepAlive}.
 *
 * @param pulse the sign of life that it answers
 * @param held false if the lock is not held any more under this request
 */
public record KeptAlive(long request, long pulse, boolean held) implements Message {}
