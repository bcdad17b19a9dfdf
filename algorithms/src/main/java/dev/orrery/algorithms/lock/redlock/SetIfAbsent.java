package dev.orrery.algorithms.lock.redlock;

import dev.orrery.sim.node.Message;

/**
 * {@code SET lock value NX PX ttl}.
 *
 * @param value what only this client could have set
 * @param ttl nanoseconds until the key expires by itself
 */
record SetIfAbsent(String value, long ttl) implements Message {}
