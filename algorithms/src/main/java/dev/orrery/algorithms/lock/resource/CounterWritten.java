package dev.orrery.algorithms.lock.resource;

import dev.orrery.sim.node.Message;

/**
 * The answer to a {@link WriteCounter}.
 *
 * @param accepted false if it was refused and changed nothing
 */
public record CounterWritten(boolean accepted) implements Message {}
