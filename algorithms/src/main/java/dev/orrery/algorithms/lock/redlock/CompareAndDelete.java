package dev.orrery.algorithms.lock.redlock;

import dev.orrery.sim.node.Message;

/** Deletes the key, if it holds this value. */
record CompareAndDelete(String value) implements Message {}
