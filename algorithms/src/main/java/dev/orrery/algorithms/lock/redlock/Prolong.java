package dev.orrery.algorithms.lock.redlock;

import dev.orrery.sim.node.Message;

/** Sets the expiry of the key anew, if it holds this value. */
record Prolong(String value, long ttl) implements Message {}
