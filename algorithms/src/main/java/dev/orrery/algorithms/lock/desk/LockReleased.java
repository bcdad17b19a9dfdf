package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.node.Message;

/** The lock is not held any more under this request, whoever ended that. */
public record LockReleased(long request) implements Message {}
