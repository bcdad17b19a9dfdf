package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.node.Message;

/** Somebody else holds the lock, and the client did not want to wait. */
public record LockBusy(long request) implements Message {}
