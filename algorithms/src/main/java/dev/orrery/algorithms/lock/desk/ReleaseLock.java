package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.node.Message;

/** Gives the lock back, or leaves the line. */
public record ReleaseLock(long request) implements Message {}
