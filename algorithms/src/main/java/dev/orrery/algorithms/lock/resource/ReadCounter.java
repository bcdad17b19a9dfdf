package dev.orrery.algorithms.lock.resource;

import dev.orrery.sim.node.Message;

/**
 * A section begins: asks for the counter.
 *
 * @param section what the section goes by, drawn by its client
 * @param fence the token of the lock, 0 if it has none
 */
public record ReadCounter(long section, long fence) implements Message {}
