package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.node.Message;

/**
 * The lock is held from now on.
 *
 * @param fence the fencing token, 0 if there are none
 * @param pulse the last sign of life that was seen, from which the lease is counted
 */
public record LockGranted(long request, long fence, long pulse) implements Message {}
