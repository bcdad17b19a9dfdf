package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.node.Message;

/**
 * A sign of life of a holder.
 *
 * @param request the acquisition
 * @param pulse the number of this sign of life
 */
public record KeepAlive(long request, long pulse) implements Message {}
