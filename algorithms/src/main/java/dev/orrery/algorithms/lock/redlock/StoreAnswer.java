package dev.orrery.algorithms.lock.redlock;

import dev.orrery.sim.node.Message;

/** Whether what was asked for was done. */
record StoreAnswer(boolean done) implements Message {}
